import { between, pick } from '@paidonce/stripe-twin/seed/random'
import { ofAnIngest } from './with-program.ts'

/** Further away than five minutes every signature is refused, as it must be. */
const MOST_MS = 240_000

export const ingestClockStepped = ofAnIngest(
  'the clock of an ingest is wrong by up to four minutes, and set right again',
  async (ingest, stage, random) => {
    ingest.stepClock(pick(random, [-1, 1]) * between(random, 1_000, MOST_MS))
    await stage.sleep(between(random, 1_000, 5_000)).finally(() => ingest.stepClock(0))
    return 'done'
  }
)
