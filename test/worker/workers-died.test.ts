import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import type { EventJob } from '@paidonce/shared/event-job'
import { EVENT_JOB_OPTIONS, eventQueueName } from '@paidonce/shared/queues'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { Worker } from 'bullmq'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { openRedis } from '../support/own-redis.ts'
import { type Shop, startShop } from '../support/shop.ts'

/** So many deaths are forgiven. */
const FORGIVEN = 20

/**
 * Leaves the event as so many workers leave it that took it and died: taken, its lock run out. BullMQ counts the deaths in
 * the job's field `stc`; it has yet to find the last one.
 */
async function takeAndDie(t: TestContext, shop: Shop, event: StripeEvent, deaths: number) {
  const job: EventJob = { id: event.id, event, receivedAt: new Date().toISOString(), how: 'webhook' }
  await shop.events.add(job.event.type, job, { ...EVENT_JOB_OPTIONS, jobId: job.id })
  const redis = openRedis(t, shop.redisUrl)
  const dying = new Worker(eventQueueName(0), null, { connection: redis, lockDuration: 100 })
  const taken = await dying.getNextJob(randomUUID())
  assert.equal(taken?.id, job.id)
  await redis.hset(shop.events.toKey(job.id), 'stc', deaths - 1)
  await dying.close(true)
}

test('an event whose workers all died is failed where an operator sees it, and kept', async t => {
  const shop = await startShop(t, { workers: 0 })
  const event = checkoutEvent('completed', { order: 'd1' })
  await takeAndDie(t, shop, event, FORGIVEN + 1)
  await shop.startWorker()

  const row = await eventually(async () => {
    const { rows } = await shop.ledger.pool.query('select * from events where id = $1', [event.id])
    assert.ok(rows[0]?.failed)
    return rows[0]
  })
  assert.equal(row.error_code, 'WORKERS_DIED')
  assert.equal(row.finished, null)
  assert.equal(row.payload.id, event.id)
  assert.equal(await (await shop.events.getJob(event.id))?.isFailed(), true)
})

test('an event whose workers died twenty times is finished by the next', async t => {
  const shop = await startShop(t, { workers: 0 })
  const event = checkoutEvent('completed', { order: 'd2' })
  await takeAndDie(t, shop, event, FORGIVEN)
  await shop.startWorker()
  await shop.finished([event])
})
