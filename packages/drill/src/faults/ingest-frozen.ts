import { between } from '@paidonce/stripe-twin/seed/random'
import { ofAnIngest } from './with-program.ts'

export const ingestFrozen = ofAnIngest(
  'an ingest is frozen for some seconds, and goes on',
  async (ingest, stage, random) => {
    ingest.kill('SIGSTOP')
    await stage.sleep(between(random, 1_000, 5_000)).finally(() => ingest.kill('SIGCONT'))
    return 'done'
  }
)
