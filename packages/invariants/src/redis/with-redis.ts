import { Redis } from 'ioredis'

/** A connection for one look. Throws a sentence when Redis does not answer. */
export async function withRedis<T>(redisUrl: string, work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(redisUrl, {
    lazyConnect: true,
    connectTimeout: 5_000,
    commandTimeout: 30_000,
    maxRetriesPerRequest: 1,
    retryStrategy: () => null
  })
  redis.on('error', () => undefined)
  try {
    await redis.connect()
    return await work(redis)
  } catch (cause) {
    throw new Error('Redis cannot be read: does it run, and is REDIS_URL right?', { cause })
  } finally {
    redis.disconnect()
  }
}
