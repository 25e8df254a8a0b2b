import { Redis } from 'ioredis'

/** Longer than a healthy Redis ever takes, and short enough for a page to say that it does not answer. */
const COMMAND_TIMEOUT_MS = 2_000

/** A connection that fails fast, and goes on trying to connect for ever. */
export function connectRedis(url: string, onError: (error: Error) => void): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    commandTimeout: COMMAND_TIMEOUT_MS,
    maxRetriesPerRequest: 0,
    connectTimeout: 2_000,
    retryStrategy: attempt => Math.min(attempt * 50, 1_000)
  })
  redis.on('error', onError)
  return redis
}
