import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FACTS, readEvent } from '@paidonce/core/facts/table'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { registerPlays } from '@paidonce/stripe-twin/api/control/register-plays'
import { inOtherVersion } from '@paidonce/stripe-twin/api/faults/in-other-version'
import { startTwin } from '@paidonce/stripe-twin/api/start-twin'
import { playSequence } from '@paidonce/stripe-twin/sequences/play'
import { SEQUENCE_NAMES } from '@paidonce/stripe-twin/sequences/table'
import type { TwinEvent } from '@paidonce/stripe-twin/sequences/twin-event'
import { eventually } from '../support/eventually.ts'
import { startShop } from '../support/shop.ts'
import { KEY, nowS } from './swept-shop.ts'

const PLAYS = SEQUENCE_NAMES.map(name =>
  playSequence(name, { orderId: `sweep-${name}`, seed: 'sweep', now: nowS() - 120 })
)
const asSent = (event: TwinEvent): StripeEvent => JSON.parse(JSON.stringify(event))
const EVENTS = PLAYS.flatMap(({ steps }) => steps.map(({ event }) => event)).filter(({ type }) =>
  Object.hasOwn(FACTS, type)
)
const RULES = { orderIdFrom: ['metadata.order_id', 'client_reference_id', 'session'] } as const

test('whatever happened to an order, its events tell the same in another version of the API', () => {
  for (const event of EVENTS)
    assert.deepEqual(
      readEvent(FACTS, RULES, asSent(inOtherVersion(event))),
      readEvent(FACTS, RULES, asSent(event)),
      `${event.type} ${event.id}`
    )
})

test('orders of which no event was ever delivered end as they must, though pages shift and events are of another version', async t => {
  const twin = await startTwin({
    target: { url: 'http://127.0.0.1:9/webhook', secret: 'whsec_twin' },
    onError: error => assert.fail(error)
  })
  t.after(() => twin.stop())
  twin.faults.set([
    { kind: 'lose' },
    { kind: 'other_version' },
    { kind: 'shift_pages', times: 3, count: 5 },
    { kind: 'late_listing', delayMs: 125_000, share: 0.5, seed: 'sweep' }
  ])
  await registerPlays(twin.url, PLAYS)
  const shop = await startShop(t, {
    workerEnv: {
      STRIPE_SECRET_KEY: KEY,
      STRIPE_API_URL: twin.url,
      STRIPE_REQUESTS_PER_SECOND: '100',
      SWEEP_EVERY: '1s',
      SWEEP_AFTER: '0s',
      SWEEP_BACK: '1h'
    }
  })
  await shop.finished(EVENTS.map(asSent))

  for (const { order, expected } of PLAYS)
    await eventually(async () => {
      const { rows } = await shop.ledger.pool.query(
        `select status, (select count(*)::int from fulfilments where order_id = orders.id) as fulfilments
         from orders where id = $1`,
        [order.id]
      )
      const { status = null, fulfilments = 0 } = rows[0] ?? {}
      const isAsItMust = status === expected.status && fulfilments === expected.fulfilments
      const isRefundedFirst = expected.mayBeRefundedFirst && status === 'review' && fulfilments === 0
      assert.ok(isAsItMust || isRefundedFirst, `${order.id} is ${status}, fulfilled ${fulfilments} times`)
    })
  const { rows } = await shop.ledger.pool.query('select distinct how from events')
  assert.deepEqual(rows, [{ how: 'sweep' }])
})
