import { killWhen, ofAWorker } from './with-program.ts'

export const workerKilledAfterCommit = ofAWorker(
  'a worker is killed when it has heard of the commit, before it tells Redis',
  worker => killWhen(worker, worker.postgres.wire, { wants: ({ tag }) => tag === 'COMMIT', fate: 'pass' })
)
