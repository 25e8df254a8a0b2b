import { pick } from '@paidonce/stripe-twin/seed/random'
import { ofAWorker } from './with-program.ts'

export const workerConnectionsCut = ofAWorker(
  'all connections of a worker to Redis, PostgreSQL or the mail server are cut',
  async (worker, _stage, random) => {
    pick(random, [worker.redis, worker.postgres, worker.smtp]).cut()
    return 'done'
  }
)
