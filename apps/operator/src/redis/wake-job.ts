import type { EventJob } from '@paidonce/shared/event-job'
import type { Job, Queue } from 'bullmq'

/** `gone`: the event has no job of its own. `over`: it has one that is completed or under way, which this replay leaves alone. */
type Woken = 'woken' | 'gone' | 'over'

/**
 * Lets an event's own job do what the replay asks for. One that failed gets all its attempts again; one that waits for its
 * next try has it now. It is never taken out of its queue, so that no death can lose it.
 */
export async function wakeJob(queues: readonly Queue[], data: EventJob): Promise<Woken> {
  for (const queue of queues) {
    const job: Job | undefined = await queue.getJob(data.id)
    if (job !== undefined) return await wake(job, data)
  }
  return 'gone'
}

async function wake(job: Job, data: EventJob): Promise<Woken> {
  const state = await job.getState()
  if (state === 'unknown') return 'gone'
  if (state === 'completed' || state === 'active') return 'over'
  try {
    await job.updateData(data)
    if (state === 'failed') await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true })
    if (state === 'delayed') await job.promote()
    return 'woken'
  } catch {
    // A worker took it meanwhile.
    return 'over'
  }
}
