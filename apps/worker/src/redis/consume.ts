import { describeError } from '@paidonce/shared/describe-error'
import { type Job, UnrecoverableError, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Attempt } from '../batches/finish-event.ts'
import { PutOff, putOff } from './put-off.ts'

/** Thrown by a processor whose job would fail the same way again. */
export class NoRetry extends Error {
  override readonly name = 'NoRetry'
}

/** How the job of an event or letter ended for good. `hasRun`: false if all that took it died, so that nobody could say so. */
export type End = Readonly<{ attempts: number; hasRun: boolean }>

export type ConsumeOptions = Readonly<{
  queue: string
  connection: Redis
  concurrency: number
  process: (data: unknown, attempt: Attempt) => Promise<void>
  /** For jobs that failed for good, even without having run. */
  onFailed?: (data: unknown, end: End) => Promise<unknown>
  retryDelayMs: (attempt: number) => number
  onError: (error: Error) => void
}>

/*
 * A worker that dies gives its jobs back when their locks end and the next check finds them: within some fifteen seconds.
 * The check counts such deaths; with BullMQ's default of one, two crashes would fail a whole healthy batch.
 */
const LOCK_MS = 10_000
const STALLED_CHECK_MS = 3_000
const MAX_DEATHS = 20

/** A BullMQ worker that is not running yet. */
export function consume(options: ConsumeOptions): Worker {
  const { queue, connection, concurrency, process, onFailed, retryDelayMs, onError } = options

  const run = (job: Job, token?: string) => {
    const number = job.attemptsMade + 1
    return process(job.data, { number, isLast: number >= (job.opts.attempts ?? 1) }).catch(error =>
      error instanceof PutOff ? putOff(job, token) : toVerdict(error)
    )
  }
  const worker = new Worker(queue, run, {
    connection,
    concurrency,
    autorun: false,
    lockDuration: LOCK_MS,
    stalledInterval: STALLED_CHECK_MS,
    maxStalledCount: MAX_DEATHS,
    settings: { backoffStrategy: retryDelayMs }
  })
  worker.on('error', onError)
  worker.on('failed', job => {
    // BullMQ tells of every attempt; a job that is over has an end.
    if (job?.finishedOn === undefined) return
    onFailed?.(job.data, { attempts: job.attemptsMade, hasRun: !job.deferredFailure }).catch(onError)
  })
  return worker
}

/** BullMQ keeps message and stack in Redis for everyone to see, so it gets the description only. */
function toVerdict(error: unknown): never {
  const { code, text } = describeError(error instanceof NoRetry ? error.cause : error)
  const message = `${code}: ${text}`
  throw error instanceof NoRetry ? new UnrecoverableError(message) : new Error(message)
}
