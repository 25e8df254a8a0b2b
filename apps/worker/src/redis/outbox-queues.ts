import {
  ANNOUNCEMENT_JOB_OPTIONS,
  ANNOUNCEMENTS_QUEUE,
  LETTER_JOB_OPTIONS,
  LETTERS_QUEUE
} from '@paidonce/shared/queues'
import { type JobsOptions, Queue } from 'bullmq'
import type { Redis } from 'ioredis'

/** What happens to a job in Redis. `gone`: Redis has no such job (any more). */
export type JobState = 'gone' | 'completed' | 'open'

/** A queue that the outbox is handed over to. */
export type OutboxQueue = Readonly<{
  /** Adds jobs under their ids; those already there stay as they are. */
  addAll: (jobs: readonly Readonly<{ id: string; name: string; data: unknown }>[]) => Promise<void>
  waiting: () => Promise<number>
  stateOf: (jobId: string) => Promise<JobState>
}>

export const openLettersQueue = (connection: Redis, onError: (error: Error) => void) =>
  open(LETTERS_QUEUE, { connection, onError }, LETTER_JOB_OPTIONS)

export const openAnnouncementsQueue = (connection: Redis, onError: (error: Error) => void) =>
  open(ANNOUNCEMENTS_QUEUE, { connection, onError }, ANNOUNCEMENT_JOB_OPTIONS)

type Line = Readonly<{ connection: Redis; onError: (error: Error) => void }>

function open(name: string, { connection, onError }: Line, options: JobsOptions): OutboxQueue {
  const queue = new Queue(name, { connection })
  queue.on('error', onError)
  return {
    addAll: async jobs => {
      await queue.addBulk(jobs.map(({ id, name, data }) => ({ name, data, opts: { ...options, jobId: id } })))
    },
    waiting: () => queue.getJobCountByTypes('waiting', 'delayed'),
    stateOf: async jobId => {
      const state = await queue.getJobState(jobId)
      if (state === 'unknown') return 'gone'
      return state === 'completed' ? 'completed' : 'open'
    }
  }
}
