import { between, pick } from '@paidonce/stripe-twin/seed/random'
import { ofAWorker } from './with-program.ts'

/** What a worker puts off while its clock is ahead comes by so much later, as it must; a drill cannot wait for an hour. */
const AHEAD_MS = 60_000
const BEHIND_MS = -3_600_000

export const workerClockStepped = ofAWorker(
  'the clock of a worker is up to a minute ahead or an hour behind, and set right again',
  async (worker, stage, random) => {
    worker.stepClock(pick(random, [between(random, 1_000, AHEAD_MS), between(random, BEHIND_MS, -1_000)]))
    await stage.sleep(between(random, 1_000, 5_000)).finally(() => worker.stepClock(0))
    return 'done'
  }
)
