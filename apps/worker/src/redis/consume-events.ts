import { type EventJob, readEventJob } from '@paidonce/shared/event-job'
import type { Worker } from 'bullmq'
import type { Attempt } from '../batches/finish-event.ts'
import { EVENT_RETRY, retryDelayMs } from '../batches/retry-delay.ts'
import { type ConsumeOptions, consume, NoRetry } from './consume.ts'

type EventsOptions = Pick<ConsumeOptions, 'connection' | 'concurrency' | 'onError' | 'queue'> &
  Readonly<{
    finish: (job: EventJob, attempt: Attempt) => Promise<void>
    /** For events that failed for good. Those whose workers all died never came to say so themselves. */
    onFailed: (job: EventJob, attempts: number) => void
  }>

/** Events → `finish`. A job that holds no event fails at once: it would hold none the next time either. */
export const consumeEvents = ({ finish, onFailed, ...options }: EventsOptions): Worker =>
  consume({
    ...options,
    retryDelayMs: attempt => retryDelayMs(attempt, EVENT_RETRY),
    process: async (data, attempt) => await finish(read(data), attempt),
    onFailed: (data, attempts) => {
      try {
        onFailed(readEventJob(data), attempts)
      } catch (error) {
        options.onError(error as Error)
      }
    }
  })

function read(data: unknown): EventJob {
  try {
    return readEventJob(data)
  } catch (cause) {
    throw new NoRetry('not an event', { cause })
  }
}
