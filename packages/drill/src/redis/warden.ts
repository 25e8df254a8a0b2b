import { eventQueueName } from '@paidonce/shared/queues'
import { Redis } from 'ioredis'

const key = (name: string) => `bull:${eventQueueName(0)}:${name}`

/** Changes the server's own settings, and takes its memory away. */
export function openWarden(redisUrl: string) {
  const redis = new Redis(redisUrl, {
    maxRetriesPerRequest: null,
    retryStrategy: attempt => Math.min(attempt * 100, 500)
  })
  redis.on('error', () => undefined)

  return {
    set: async (name: string, value: string) => void (await redis.config('SET', name, value)),
    usedMemory: async () => Number((await redis.info('memory')).match(/^used_memory:(\d+)/m)?.[1] ?? 0),
    /** Empties all of it at one moment. Gives the ids of the event jobs that were not finished at that very moment. */
    loseMemory: async (): Promise<string[]> => {
      const answers = await redis
        .multi()
        .lrange(key('wait'), '0', '-1')
        .lrange(key('active'), '0', '-1')
        .zrange(key('delayed'), '0', '-1')
        .flushall()
        .exec()
      return (answers ?? []).slice(0, 3).flatMap(([, ids]) => ids as string[])
    },
    /** Which of these events have no job, in whatever state. */
    missing: async (eventIds: readonly string[]): Promise<string[]> => {
      const there = await Promise.all(eventIds.map(id => redis.exists(key(id))))
      return eventIds.filter((_, index) => there[index] === 0)
    },
    close: () => redis.disconnect()
  }
}

export type Warden = ReturnType<typeof openWarden>
