import type { TestContext } from 'node:test'
import { Redis } from 'ioredis'
import { testStack } from './test-stack.ts'

const DATABASES = 512

/** An empty Redis database for one test, on the common server. */
export async function ownRedis(t: TestContext): Promise<string> {
  const common = new Redis(testStack().redisUrl)
  const number = 1 + ((await common.incr('test:databases')) % (DATABASES - 1))
  common.disconnect()

  const url = `${testStack().redisUrl}/${number}`
  const own = openRedis(t, url)
  await own.flushdb()
  return url
}

/** A connection that is closed after the test. */
export function openRedis(t: TestContext, url: string): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: null })
  redis.on('error', () => undefined)
  t.after(() => redis.disconnect())
  return redis
}
