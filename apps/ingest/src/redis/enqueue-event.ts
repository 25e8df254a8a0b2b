import type { EventJob } from '@paidonce/shared/event-job'
import { queuedEvent } from '@paidonce/shared/queued-event'
import type { Job, Queue } from 'bullmq'
import { Refusal } from '../refusal.ts'
import { within } from '../within.ts'

/** Stripe delivers a second time after a minute at the earliest, so a younger event needs no look at its job. */
const YOUNG_MS = 60_000

/** For all commands of one delivery together: Stripe has its answer within three seconds. */
const ANSWER_MS = 2_000

/**
 * Puts the event into its queue under its id and resolves once Redis has it; a second copy changes nothing. If Stripe
 * sends again what had failed, it gets all its attempts again. Throws Refusal when Redis does not confirm; the event may
 * be in the queue all the same, which its id makes harmless.
 */
export async function enqueueEvent(queue: Queue, job: EventJob): Promise<void> {
  try {
    await within(ANSWER_MS, addOrRevive(queue, job))
  } catch (cause) {
    throw new Refusal('QUEUE_UNAVAILABLE', { cause })
  }
}

async function addOrRevive(queue: Queue, job: EventJob): Promise<void> {
  const { name, data, opts } = queuedEvent(job)
  const added = await queue.add(name, data, opts)
  if (isOld(job) && (await added.isFailed())) await revive(added)
}

const isOld = ({ event, receivedAt }: EventJob) => Date.parse(receivedAt) - event.created * 1000 > YOUNG_MS

async function revive(job: Job): Promise<void> {
  try {
    await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true })
  } catch (error) {
    // Another copy of this delivery may have been quicker.
    if (await job.isFailed()) throw error
  }
}
