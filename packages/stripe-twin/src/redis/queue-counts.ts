import { ANNOUNCEMENTS_QUEUE, eventQueueName, LETTERS_QUEUE } from '@paidonce/shared/queues'
import { Queue } from 'bullmq'
import { Redis } from 'ioredis'
import type { QueueCounts } from '../check/outcome.ts'

const OPEN_STATES = ['waiting', 'active', 'delayed', 'prioritized', 'waiting-children'] as const

/** Opens a connection that counts jobs and changes nothing. Rejects if Redis does not answer. */
export async function openQueueCounts(redisUrl: string) {
  const redis = new Redis(redisUrl, { lazyConnect: true, connectTimeout: 5_000, maxRetriesPerRequest: 1 })
  redis.on('error', () => undefined)
  await redis.connect().catch((error: Error) => {
    redis.disconnect()
    throw error
  })

  const opened = new Map<string, Queue>()
  const queueOf = (name: string) => {
    const queue = opened.get(name) ?? openQueue(redis, name)
    opened.set(name, queue)
    return queue
  }
  return {
    countQueues: async (): Promise<QueueCounts> => {
      // Looked for each time: a queue comes to be with its first job.
      const events = (await eventQueueNames(redis)).map(queueOf)
      const letters = queueOf(LETTERS_QUEUE)
      const all = [...events, letters, queueOf(ANNOUNCEMENTS_QUEUE)]
      return {
        events: sum(await Promise.all(events.map(countOpen))),
        letters: await countOpen(letters),
        failed: sum(await Promise.all(all.map(queue => queue.getFailedCount())))
      }
    },
    close: async () => {
      await Promise.all([...opened.values()].map(queue => queue.close()))
      redis.disconnect()
    }
  }
}

function openQueue(connection: Redis, name: string): Queue {
  const skip = { skipMetasUpdate: true, skipVersionCheck: true, skipWaitingForReady: true }
  const queue = new Queue(name, { connection, ...skip })
  queue.on('error', () => undefined)
  return queue
}

const countOpen = (queue: Queue) => queue.getJobCountByTypes(...OPEN_STATES)

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

/** All event queues there ever were, however many the ingest is set to use now. */
async function eventQueueNames(redis: Redis): Promise<string[]> {
  const first = eventQueueName(0)
  const names = new Set([first])
  const match = `bull:${first.replace('-0}', '-*}')}:meta`
  for await (const keys of redis.scanStream({ match, count: 1_000 })) {
    for (const key of keys as string[]) names.add(key.slice('bull:'.length, -':meta'.length))
  }
  return [...names]
}
