import type { Redis } from 'ioredis'
import type { Written } from './written.ts'

/** Every key of a Redis, with all that it holds. */
export async function readRedis(redis: Redis): Promise<Written[]> {
  const written: Written[] = []
  for (const key of await redis.keys('*')) {
    const { data = '', ...rest } = await read(redis, key)
    const isEvent = /^bull:\{stripe-events-\d+\}:/.test(key)
    written.push({
      place: isEvent ? 'Redis: data of an event’s job' : 'Redis: data of another job',
      text: data
    })
    written.push({ place: 'Redis: anything else', text: JSON.stringify([key, rest]) })
  }
  return written
}

/** What only the data of a job stands under is kept apart: `data`. */
async function read(redis: Redis, key: string): Promise<Readonly<Record<string, string>>> {
  const type = await redis.type(key)
  if (type === 'hash') return await redis.hgetall(key)
  const value = {
    string: () => redis.get(key),
    list: () => redis.lrange(key, 0, -1),
    set: () => redis.smembers(key),
    zset: () => redis.zrange(key, '0', '-1', 'WITHSCORES'),
    stream: () => redis.xrange(key, '-', '+'),
    // A lock that has run out since the keys were listed.
    none: () => null
  }[type]
  if (value === undefined) throw new Error(`this test cannot read a ${type} of Redis`)
  return { value: JSON.stringify(await value()) }
}
