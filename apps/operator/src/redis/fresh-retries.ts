import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import type { Job } from 'bullmq'

/** A job that is retried by hand gets all its attempts again; bull-board alone would give it one. */
export class FreshRetries extends BullMQAdapter {
  override async getJob(id: string) {
    const job = await super.getJob(id)
    return job === undefined || job === null ? job : withFreshRetry(job as unknown as Job)
  }

  override async getJobs(...asked: Parameters<BullMQAdapter['getJobs']>) {
    return (await super.getJobs(...asked)).map(job => withFreshRetry(job as unknown as Job))
  }
}

function withFreshRetry(job: Job) {
  const retry = job.retry.bind(job)
  job.retry = state => retry(state, { resetAttemptsMade: true, resetAttemptsStarted: true })
  return job as unknown as Awaited<ReturnType<BullMQAdapter['getJobs']>>[number]
}
