import type { EventJob } from './event-job.ts'
import { EVENT_JOB_OPTIONS } from './queues.ts'

/** An event as its queue takes it. Its job id is its own id: whoever adds it a second time changes nothing. */
export const queuedEvent = (job: EventJob) => ({
  name: job.event.type,
  data: job,
  opts: { ...EVENT_JOB_OPTIONS, jobId: job.id }
})
