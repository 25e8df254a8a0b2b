import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { SpeakingError } from '@paidonce/shared/describe-error'
import type { Job } from 'bullmq'

/** bull-board alone would run a finished job again, too. */
export class NotFailed extends SpeakingError {
  override readonly name = 'NotFailed'
  readonly code = 'NOT_FAILED'
  constructor() {
    super('Only what failed is retried here. What is done is replayed where one sees what would come of it')
  }
}

/** A failed job that is retried by hand gets all its attempts again; bull-board alone would give it one. */
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
  job.retry = async state => {
    if (state !== 'failed') throw new NotFailed()
    await retry(state, { resetAttemptsMade: true, resetAttemptsStarted: true })
  }
  return job as unknown as Awaited<ReturnType<BullMQAdapter['getJobs']>>[number]
}
