import { Redis } from 'ioredis'

/** Longer than a healthy Redis ever takes, and short enough to answer Stripe within 3 s. */
const COMMAND_TIMEOUT_MS = 2_000

/**
 * A connection that fails fast: a command is refused at once while Redis is down, and given up after two seconds
 * while it hangs. It goes on trying to connect for ever.
 */
export function connectRedis(url: string, onError: (error: Error) => void): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    commandTimeout: COMMAND_TIMEOUT_MS,
    maxRetriesPerRequest: 0,
    connectTimeout: 2_000,
    retryStrategy: attempt => Math.min(attempt * 50, 500),
    // A primary that became a replica keeps its connections; a new one finds the new primary.
    reconnectOnError: error => error.message.startsWith('READONLY')
  })
  redis.on('error', onError)
  return redis
}
