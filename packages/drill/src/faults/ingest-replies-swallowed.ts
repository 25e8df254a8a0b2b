import { between } from '@paidonce/stripe-twin/seed/random'
import { ofAnIngest } from './with-program.ts'

export const ingestRepliesSwallowed = ofAnIngest(
  'what Redis answers an ingest is lost for some seconds, then the connection',
  async (ingest, stage, random) => {
    ingest.redis.swallow()
    await stage.sleep(between(random, 500, 4_000)).finally(ingest.redis.stopSwallowing)
    return 'done'
  }
)
