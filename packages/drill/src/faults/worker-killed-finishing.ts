import { killWhen, ofAWorker } from './with-program.ts'

export const workerKilledFinishing = ofAWorker(
  'a worker is killed when Redis has completed its job, before it hears so',
  worker => killWhen(worker, worker.redis.wire, { wants: said => said === 'job completed', fate: 'drop' })
)
