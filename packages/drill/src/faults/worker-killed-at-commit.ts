import { killWhen, ofAWorker } from './with-program.ts'

export const workerKilledAtCommit = ofAWorker(
  'a worker is killed when PostgreSQL has committed, before it hears so',
  worker => killWhen(worker, worker.postgres.wire, { wants: ({ tag }) => tag === 'COMMIT', fate: 'drop' })
)
