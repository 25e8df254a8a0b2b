import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Announcement } from '@paidonce/shared/outbox-jobs'
import { ANNOUNCEMENTS_QUEUE } from '@paidonce/shared/queues'
import type { Fault } from '@paidonce/stripe-twin/api/faults/fault'
import { ORDER, startTwin } from '@paidonce/stripe-twin/api/twin-for-tests'
import { Worker } from 'bullmq'
import { type CheckoutType, checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { openRedis } from '../support/own-redis.ts'
import { startShop } from '../support/shop.ts'

const KEY = 'rk_test_verysecret'

type Wishes = Readonly<{ wait?: string; grace?: string; faults?: readonly Fault[] }>

/** A shop with a key, a stand-in for Stripe that has the session of its order, and the shop's own worker. */
async function openShop(t: TestContext, { wait = '60s', grace = '20000', faults = [] }: Wishes = {}) {
  const { stripe, origin } = await startTwin(t)
  const shop = await startShop(t, {
    workerEnv: {
      STRIPE_SECRET_KEY: KEY,
      STRIPE_API_URL: origin,
      LINE_ITEMS_WAIT: wait,
      SHUTDOWN_GRACE_MS: grace
    }
  })
  const setFaults = (faults: readonly Fault[]) =>
    fetch(`${origin}/_twin/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ faults })
    })

  const heard: Announcement[] = []
  const work = async ({ data }: { data: Announcement }) => void heard.push(data)
  const listener = new Worker(ANNOUNCEMENTS_QUEUE, work, { connection: openRedis(t, shop.redisUrl) })
  listener.on('error', () => undefined)
  t.after(() => listener.close(true))

  const sell = (lines: number) =>
    stripe.checkout.sessions.create({
      ...ORDER,
      line_items: Array.from({ length: lines }, (_, n) => ({
        quantity: 2,
        price_data: { currency: 'eur', unit_amount: 100, product_data: { name: `Thing ${n}` } }
      }))
    })
  const tell = async (type: CheckoutType, session: string, status: 'paid' | 'unpaid' = 'paid') => {
    const event = checkoutEvent(type, { order: '1001', session, payment: 'pi_1', status })
    await shop.deliverAll([event])
    await shop.finished([event])
  }
  const announced = (kind: string) =>
    eventually(() => heard.find(announcement => announcement.kind === kind) ?? assert.fail(`no ${kind}`))
  const listOf = (session: string) => async () => {
    const { rows } = await shop.ledger.pool.query('select * from line_item_lists where session_id = $1', [
      session
    ])
    return rows[0]
  }

  await setFaults(faults)
  return { shop, sell, tell, announced, heard, listOf, setFaults }
}

/** Sweeps ask, too. */
const LINES = '/v1/checkout/sessions/'

const ALWAYS = { times: 10_000, shouldRetry: false } as const

test('what was bought, all pages of it, is part of the fulfilment', async t => {
  const { sell, tell, announced, heard, shop } = await openShop(t)
  await tell('completed', (await sell(250)).id)
  const { data } = await announced('order.fulfilled')
  assert.equal(data.items?.length, 250)
  const { id, ...line } = data.items?.[249] ?? assert.fail('no line')
  assert.match(id, /^li_/)
  assert.deepEqual(
    { ...line, price: typeof line.price, product: typeof line.product },
    {
      description: 'Thing 249',
      quantity: 2,
      amount: 200,
      currency: 'eur',
      price: 'string',
      product: 'string'
    }
  )
  assert.equal(heard.length, 1)
  for (const line of shop.workers.flatMap(({ lines }) => lines)) assert.ok(!line.includes('verysecret'))
})

for (const [says, fault] of [
  ['fails', { kind: 'server_error' }],
  ['says that we ask too much', { kind: 'rate_limit' }],
  ['is busy with the session', { kind: 'lock_timeout' }]
] as const) {
  test(`while Stripe ${says}, orders are fulfilled and announced; the lines follow`, async t => {
    const faults = [{ ...fault, ...ALWAYS }]
    const { sell, tell, announced, listOf, setFaults, shop } = await openShop(t, { wait: '1s', faults })
    const { id } = await sell(3).catch(async () => {
      await setFaults([])
      const session = await sell(3)
      await setFaults(faults)
      return session
    })
    await tell('completed', id)
    const { rows } = await shop.ledger.pool.query('select payment_id from fulfilments')
    assert.deepEqual(rows, [{ payment_id: 'pi_1' }])
    assert.equal((await announced('order.fulfilled')).data.items, undefined)
    await eventually(async () => assert.match((await listOf(id)()).reason, /^Stripe answered (500|429)/))

    await setFaults([])
    const { data } = await announced('order.line_items')
    assert.deepEqual(
      data.items?.map(({ description }) => description),
      ['Thing 0', 'Thing 1', 'Thing 2']
    )
    assert.equal(data.payment, 'pi_1')
  })
}

test('a payment that comes later finds its lines there already', async t => {
  const { sell, tell, announced, listOf, setFaults } = await openShop(t)
  const { id } = await sell(2)
  await tell('completed', id, 'unpaid')
  await eventually(async () => assert.ok((await listOf(id)()).fetched))
  await setFaults([{ kind: 'server_error', ...ALWAYS }])
  await tell('async_payment_succeeded', id)
  assert.equal((await announced('order.fulfilled')).data.items?.length, 2)
})

test('a session that Stripe does not know has no lines, and its order goes on without them', async t => {
  const { tell, announced, listOf } = await openShop(t)
  await tell('completed', 'cs_test_gone')
  assert.equal((await announced('order.fulfilled')).data.items, undefined)
  const { given_up, reason } = await listOf('cs_test_gone')()
  assert.ok(given_up)
  assert.equal(reason, 'Stripe answered 404 resource_missing')
})

test('a worker killed while Stripe is slow leaves the lines to the next one', async t => {
  const { shop, sell, tell, announced, listOf, setFaults } = await openShop(t)
  const { id } = await sell(2)
  await setFaults([{ kind: 'delay', path: LINES, delayMs: 9_000 }])
  await tell('completed', id)
  await eventually(async () => assert.equal((await listOf(id)()).attempts, 1))
  shop.workers[0]?.kill('SIGKILL')
  await shop.ledger.pool.query('update line_item_lists set next_try = now()') // its time is up
  await shop.startWorker()
  assert.equal((await announced('order.fulfilled')).data.items?.length, 2)
})

test('a worker that is asked to stop waits for no answer of Stripe, and leaves the lines to the next one', async t => {
  const { shop, sell, tell, announced, listOf, setFaults } = await openShop(t, { grace: '4000' })
  const { id } = await sell(2)
  await setFaults([{ kind: 'delay', path: LINES, delayMs: 9_000 }])
  await tell('completed', id)
  await eventually(async () => assert.equal((await listOf(id)()).attempts, 1))
  const [worker] = shop.workers
  worker?.kill('SIGTERM')
  assert.deepEqual(await worker?.ended, { code: 0, signal: null })
  await shop.startWorker()
  assert.equal((await announced('order.fulfilled')).data.items?.length, 2)
})

test('many lists at once are fetched, and the worker writes nothing but its log', async t => {
  const { shop, sell, setFaults } = await openShop(t)
  const sessions = await Promise.all(Array.from({ length: 15 }, () => sell(1)))
  await setFaults([{ kind: 'delay', path: LINES, delayMs: 500, times: 15 }])
  const events = sessions.map(({ id }, n) =>
    checkoutEvent('completed', { order: `${n}`, session: id, payment: `pi_${n}` })
  )
  await shop.deliverAll(events)
  await eventually(async () => {
    const { rows } = await shop.ledger.pool.query('select from line_item_lists where fetched is not null')
    assert.equal(rows.length, 15)
  })
  for (const line of shop.workers.flatMap(({ lines }) => lines)) assert.match(line, /^\{.*\}$/)
})

test('without a key nothing is asked, and nothing waits', async t => {
  const shop = await startShop(t)
  const event = checkoutEvent('completed', { order: '1001' })
  await shop.deliverAll([event])
  await shop.finished([event])
  const { rows } = await shop.ledger.pool.query('select count(*)::int as n from line_item_lists')
  assert.equal(rows[0].n, 0)
})
