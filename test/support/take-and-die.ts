import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { TestContext } from 'node:test'
import { eventQueueName } from '@paidonce/shared/queues'
import { Worker } from 'bullmq'
import { openRedis } from './own-redis.ts'
import type { Shop } from './shop.ts'

/** So many deaths are forgiven. */
export const FORGIVEN = 20

/**
 * Leaves the one job that waits as so many workers leave it that took it and died: taken, its lock run out. BullMQ counts the
 * deaths in the job's field `stc`; it has yet to find the last one.
 */
export async function takeAndDie(t: TestContext, shop: Shop, deaths = FORGIVEN + 1): Promise<void> {
  const redis = openRedis(t, shop.redisUrl)
  const dying = new Worker(eventQueueName(0), null, { connection: redis, lockDuration: 100 })
  const taken = await dying.getNextJob(randomUUID())
  assert.ok(taken, 'no job waits')
  await redis.hset(shop.events.toKey(taken.id ?? ''), 'stc', deaths - 1)
  await dying.close(true)
}
