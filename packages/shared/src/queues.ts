import { createHash } from 'node:crypto'

/**
 * Names carry their hash slot in braces, so that every key of a queue lies on one node of a Redis Cluster. Event queues
 * are numbered: a Cluster spreads several of them over its nodes.
 */
export const eventQueueName = (index: number) => `{stripe-events-${index}}`
export const MOST_EVENT_QUEUES = 64
export const LETTERS_QUEUE = '{letters}'
export const ANNOUNCEMENTS_QUEUE = '{announcements}'

/** Each task that comes round has a queue of its own, so that a long one holds up no other. */
export const scheduleQueueName = (task: 'sweep' | 'reconcile') => `{schedule-${task}}`

/** Every copy of an event goes to the same queue, or its job id could not catch the second. */
export function eventQueueFor(eventId: string, queues: number): string {
  if (queues === 1) return eventQueueName(0)
  return eventQueueName(createHash('sha1').update(eventId).digest().readUInt32BE() % queues)
}

export const letterJobId = ({ id, round }: Readonly<{ id: string; round: number }>) =>
  round === 0 ? `letter-${id}` : `letter-${id}-r${round}`
export const announcementJobId = (announcementId: string) => `ann-${announcementId}`
export const announcementIdOf = (jobId: string) => jobId.replace(/^ann-/, '')

/** Attempts an event gets before it is failed and an operator has to look at it. */
export const EVENT_ATTEMPTS = 8

const DAY_S = 86_400

/**
 * `stackTraceLimit`: BullMQ keeps every attempt's stack, and a thousand attempts would make a job of a megabyte.
 * Finished jobs stay a while to catch late duplicates cheaply; failed ones stay until an operator acts.
 */
export const EVENT_JOB_OPTIONS = {
  attempts: EVENT_ATTEMPTS,
  backoff: { type: 'custom' },
  stackTraceLimit: 1,
  removeOnComplete: { age: DAY_S, count: 10_000 },
  removeOnFail: { age: 90 * DAY_S }
} as const

/** A letter is tried until `LETTER_RETRY_FOR` is over, which the worker watches; the number only has to be larger. */
export const LETTER_JOB_OPTIONS = { ...EVENT_JOB_OPTIONS, attempts: 10_000 } as const

/** The shop's own workers may override attempts by failing for good; these are theirs by default. */
export const ANNOUNCEMENT_JOB_OPTIONS = {
  attempts: 20,
  backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 },
  stackTraceLimit: 1,
  removeOnComplete: { age: DAY_S, count: 10_000 },
  removeOnFail: { age: 90 * DAY_S }
} as const
