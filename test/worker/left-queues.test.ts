import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkoutEvent } from '../support/events.ts'
import { openRedis } from '../support/own-redis.ts'
import { startShop } from '../support/shop.ts'

test('queues that are left from a larger EVENT_QUEUES are served, and no others come to be', async t => {
  const shop = await startShop(t, {
    workers: 0,
    env: { EVENT_QUEUES: '4' },
    workerEnv: { EVENT_QUEUES: '1' }
  })
  const events = Array.from({ length: 20 }, (_, n) => checkoutEvent('completed', { order: `${n}` }))
  await shop.deliverAll(events)
  await shop.startWorker()
  await shop.finished(events)

  const keys = await openRedis(t, shop.redisUrl).keys('bull:{stripe-events-*}:*')
  const queues = new Set(keys.map(key => key.match(/stripe-events-\d+/)?.[0]))
  assert.deepEqual([...queues].sort(), [
    'stripe-events-0',
    'stripe-events-1',
    'stripe-events-2',
    'stripe-events-3'
  ])
})
