import { eventQueueNames } from './event-queue-names.ts'
import { withRedis } from './with-redis.ts'

/** Which of these events have no job in any queue, in whatever state. */
export const readGone = (redisUrl: string, eventIds: readonly string[]): Promise<string[]> =>
  withRedis(redisUrl, async redis => {
    const names = await eventQueueNames(redis)
    const there = await Promise.all(
      eventIds.map(id => Promise.all(names.map(name => redis.exists(`bull:${name}:${id}`))))
    )
    return eventIds.filter((_, index) => !there[index]?.includes(1))
  })
