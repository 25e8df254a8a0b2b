import type { EventJob } from './event-job.ts'
import { EVENT_JOB_OPTIONS } from './queues.ts'

/** An event as its queue takes it. Its job id is its own id: whoever adds it a second time changes nothing. */
export const queuedEvent = (job: EventJob) => ({
  name: job.event.type,
  data: job,
  opts: { ...EVENT_JOB_OPTIONS, jobId: job.id }
})

export const replayJobId = (eventId: string, replay: string) => `${eventId}-r${replay}`

/** An event that is read again. Each replay has a job of its own for it, so adding that a second time changes nothing. */
export const replayedEvent = (job: EventJob, replay: string) => ({
  name: job.event.type,
  data: { ...job, how: 'replay' as const },
  opts: { ...EVENT_JOB_OPTIONS, jobId: replayJobId(job.id, replay) }
})
