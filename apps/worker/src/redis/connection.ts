import { Redis } from 'ioredis'

/** A connection that waits for Redis however long it takes. No time limit on commands: it would cut the blocking ones. */
export function connectRedis(url: string, onError: (error: Error) => void): Redis {
  const redis = new Redis(url, {
    maxRetriesPerRequest: null,
    retryStrategy: attempt => Math.min(attempt * 100, 1_000)
  })
  redis.on('error', onError)
  return redis
}
