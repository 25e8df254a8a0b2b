import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Announcement } from '@paidonce/shared/outbox-jobs'
import { ANNOUNCEMENTS_QUEUE } from '@paidonce/shared/queues'
import { Queue, Worker } from 'bullmq'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { openRedis } from '../support/own-redis.ts'
import { type Shop, startShop } from '../support/shop.ts'

/** The shop's own worker, as its developers would write it. */
function listen(t: TestContext, shop: Shop, work: (announcement: Announcement) => Promise<void>) {
  const worker = new Worker(ANNOUNCEMENTS_QUEUE, job => work(job.data), {
    connection: openRedis(t, shop.redisUrl)
  })
  worker.on('error', () => undefined)
  t.after(() => worker.close(true))
}

async function payOrder(shop: Shop, order: string) {
  const event = checkoutEvent('completed', { order, payment: `pi_${order}` })
  await shop.deliverAll([event])
  await shop.finished([event])
}

const isDone = (shop: Shop, order: string) =>
  eventually(async () => {
    const { rows } = await shop.ledger.pool.query('select done from announcements where order_id = $1', [
      order
    ])
    assert.ok(rows[0]?.done)
  })

test('the shop’s own worker hears of a fulfilment, and the ledger sees it done', async t => {
  const shop = await startShop(t)
  const heard: Announcement[] = []
  listen(t, shop, async announcement => void heard.push(announcement))
  await payOrder(shop, 'a1')
  await isDone(shop, 'a1')

  assert.equal(heard.length, 1)
  const { id, at, ...said } = heard[0] as Announcement
  assert.match(id, /^\d+$/)
  assert.ok(Date.parse(at) > 0)
  assert.deepEqual(said, {
    version: 1,
    kind: 'order.fulfilled',
    account: '',
    order: 'a1',
    data: { payment: 'pi_a1', amount: 3_000, currency: 'eur' }
  })
})

test('what the shop’s worker throws at is tried again', async t => {
  const shop = await startShop(t)
  let tries = 0
  listen(t, shop, async () => {
    if (++tries < 2) throw new Error('the shop is closed')
  })
  await payOrder(shop, 'a2')
  await isDone(shop, 'a2')
  assert.equal(tries, 2)
})

test('a handed-over announcement that Redis lost is handed over again', async t => {
  const shop = await startShop(t)
  const queue = new Queue(ANNOUNCEMENTS_QUEUE, { connection: openRedis(t, shop.redisUrl) })
  await payOrder(shop, 'a3')
  await eventually(async () => assert.equal(await queue.getWaitingCount(), 1))
  await queue.obliterate({ force: true })
  await shop.ledger.pool.query(`update announcements set handed_over = now() - interval '2 minutes'`)

  const heard: string[] = []
  listen(t, shop, async ({ order }) => void heard.push(order))
  await isDone(shop, 'a3')
  assert.deepEqual(heard, ['a3'])
})

test('an announcement completed while nobody watched is found to be done', async t => {
  const shop = await startShop(t)
  const [worker] = shop.workers
  const queue = new Queue(ANNOUNCEMENTS_QUEUE, { connection: openRedis(t, shop.redisUrl) })
  await payOrder(shop, 'a4')
  await eventually(async () => assert.equal(await queue.getWaitingCount(), 1))
  worker?.kill('SIGKILL')
  await worker?.ended

  listen(t, shop, async () => undefined)
  await eventually(async () => assert.equal(await queue.getCompletedCount(), 1))
  await shop.ledger.pool.query(`update announcements set handed_over = now() - interval '2 minutes'`)
  await shop.startWorker()
  await isDone(shop, 'a4')
})
