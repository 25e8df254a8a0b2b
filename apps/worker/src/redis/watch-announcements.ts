import { ANNOUNCEMENTS_QUEUE, announcementIdOf } from '@paidonce/shared/queues'
import { QueueEvents } from 'bullmq'
import type { Redis } from 'ioredis'

type WatchOptions = Readonly<{
  connection: Redis
  onCompleted: (announcementId: string) => void
  onError: (error: Error) => void
}>

/** Tells of announcements that the shop's code has completed, as it happens. What it misses, the relay's look finds. */
export function watchAnnouncements({ connection, onCompleted, onError }: WatchOptions): QueueEvents {
  const events = new QueueEvents(ANNOUNCEMENTS_QUEUE, { connection })
  events.on('error', onError)
  events.on('completed', ({ jobId }) => onCompleted(announcementIdOf(jobId)))
  return events
}
