import { UnrecoverableError, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { type Announcement, isAnnouncement } from './announcement.ts'

type Options = Readonly<{
  redisUrl: string
  hear: (announcement: Announcement) => Promise<void>
  onError: (error: Error) => void
}>

/**
 * Takes announcements from paidonce's queue. When `hear` resolves, an announcement is done, and paidonce writes that down. When
 * it throws, BullMQ brings it again, later and later. When this program dies, another one gets it within some fifteen
 * seconds: that is what the lock and the check are set to. A few deaths must not fail an announcement, so twenty are allowed.
 */
export function listen({ redisUrl, hear, onError }: Options) {
  // Waits for Redis however long it is away.
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null })
  connection.on('error', onError)

  const worker = new Worker<unknown>(
    '{announcements}',
    async ({ data }) => {
      if (!isAnnouncement(data)) throw new UnrecoverableError('not an announcement')
      try {
        await hear(data)
      } catch (error) {
        onError(error as Error)
        // BullMQ keeps the text of an error in Redis: better one of ours than one that quotes an order.
        throw new Error(`announcement ${data.id} is not done; the shop's log says why`)
      }
    },
    { connection, concurrency: 5, lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 20 }
  )
  worker.on('error', onError)

  return {
    stop: async () => {
      await worker.close()
      connection.disconnect()
    }
  }
}
