import { type EventJob, readEventJob } from '@paidonce/shared/event-job'
import type { Worker } from 'bullmq'
import type { Attempt } from '../batches/finish-event.ts'
import { hasCollided } from '../batches/has-collided.ts'
import { EVENT_RETRY, retryDelayMs } from '../batches/retry-delay.ts'
import { type ConsumeOptions, consume, type End, NoRetry } from './consume.ts'
import { PutOff } from './put-off.ts'

type EventsOptions = Pick<ConsumeOptions, 'connection' | 'concurrency' | 'onError' | 'queue'> &
  Readonly<{
    finish: (job: EventJob, attempt: Attempt) => Promise<void>
    /** For events that failed for good. Those whose workers all died never came to say so themselves. */
    onFailed: (job: EventJob, end: End) => Promise<unknown>
    /** For events that collided, and are tried again later. */
    onPutOff: () => void
  }>

/** Events → `finish`. A job that holds no event fails at once: it would hold none the next time either. */
export const consumeEvents = ({ finish, onFailed, onPutOff, ...options }: EventsOptions): Worker =>
  consume({
    ...options,
    retryDelayMs: attempt => retryDelayMs(attempt, EVENT_RETRY),
    process: async (data, attempt) => {
      try {
        await finish(read(data), attempt)
      } catch (error) {
        if (!hasCollided(error)) throw error
        onPutOff()
        throw new PutOff('collided', { cause: error })
      }
    },
    onFailed: async (data, end) => await onFailed(readEventJob(data), end)
  })

function read(data: unknown): EventJob {
  try {
    return readEventJob(data)
  } catch (cause) {
    throw new NoRetry('not an event', { cause })
  }
}
