import { DelayedError, type Job } from 'bullmq'
import { PUT_OFF, retryDelayMs } from '../batches/retry-delay.ts'

/** Thrown by a processor with whose job nothing is wrong: it could not be tried now. */
export class PutOff extends Error {
  override readonly name = 'PutOff'
}

/** Gives a job back to its queue, to be taken again later, the more often the later. No attempt is used up. */
export async function putOff(job: Job, token: string | undefined): Promise<never> {
  await job.moveToDelayed(Date.now() + retryDelayMs(job.attemptsStarted, PUT_OFF), token)
  throw new DelayedError()
}
