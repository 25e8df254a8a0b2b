import { between, pick } from '@paidonce/stripe-twin/seed/random'
import { ofAWorker } from './with-program.ts'

export const workerRepliesSwallowed = ofAWorker(
  'what Redis or PostgreSQL answers a worker is lost for some seconds, then the connection',
  async (worker, stage, random) => {
    const proxy = pick(random, [worker.redis, worker.postgres])
    proxy.swallow()
    await stage.sleep(between(random, 500, 4_000)).finally(proxy.stopSwallowing)
    return 'done'
  }
)
