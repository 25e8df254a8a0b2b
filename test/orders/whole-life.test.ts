import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { createRandom, type Random } from '@paidonce/stripe-twin/seed/random'
import { checkoutEvent } from '../support/events.ts'
import { outcomeOf } from '../support/outcome.ts'
import { startShop } from '../support/shop.ts'

const AMOUNT = 3_000
const ORDERS = 300

let made = 0
const eventOf = (type: string, object: Readonly<Record<string, unknown>>): StripeEvent => ({
  id: `evt_life${++made}`,
  object: 'event',
  type,
  created: Math.floor(Date.now() / 1_000),
  livemode: false,
  data: { object: { ...object } }
})

type Life = Readonly<{
  order: string
  events: readonly StripeEvent[]
  refunded: number
  hasRefund: boolean
  dispute: string | null
}>

/** A Checkout order that its session and its intent name, with refunds and a dispute. */
function lifeOf(n: number, random: Random): Life {
  const order = `life-${n}`
  const payment = `pi_life${n}`
  const about = { payment_intent: payment, charge: `ch_life${n}` }
  const intent = {
    id: payment,
    amount: AMOUNT,
    amount_received: AMOUNT,
    currency: 'eur',
    metadata: { order_id: order }
  }
  const parts = [[], [1_000], [500, 700], [AMOUNT]][n % 4] ?? []
  const refunds = parts.flatMap((amount, index) => [
    eventOf('charge.refunded', {
      id: about.charge,
      payment_intent: payment,
      amount: AMOUNT,
      amount_captured: AMOUNT,
      captured: true,
      amount_refunded: parts.slice(0, index + 1).reduce((sum, part) => sum + part, 0)
    }),
    ...['pending', 'succeeded'].map(status =>
      eventOf('refund.updated', { ...about, id: `re_life${n}_${index}`, amount, status })
    )
  ])
  const statuses = [[], ['needs_response'], ['needs_response', 'under_review', 'won']][n % 3] ?? []
  const disputes = statuses.map(status =>
    eventOf('charge.dispute.updated', {
      ...about,
      id: `du_life${n}`,
      amount: AMOUNT,
      currency: 'eur',
      status
    })
  )
  const paid = [
    checkoutEvent('completed', { order, payment, amount: AMOUNT }),
    eventOf('payment_intent.succeeded', intent)
  ]
  return {
    order,
    events: shuffled([...paid, ...refunds, ...disputes], random),
    refunded: parts.reduce((sum, part) => sum + part, 0),
    hasRefund: parts.length > 0,
    dispute: statuses.at(-1) ?? null
  }
}

const shuffled = <One>(all: readonly One[], random: Random): One[] =>
  all
    .map(one => ({ one, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one)

test('300 orders, each told by session and intent, refunds and disputes in any order: fulfilled once or in review', async t => {
  const random = createRandom('whole-life')
  const shop = await startShop(t, { workers: 2 })
  const lives = Array.from({ length: ORDERS }, (_, n) => lifeOf(n, random))
  const events = shuffled(
    lives.flatMap(({ events }) => events),
    random
  )
  await shop.deliverAll(events)
  await shop.finished(events)

  const statuses = new Set<string>()
  for (const { order, refunded, hasRefund, dispute } of lives) {
    const outcome = await outcomeOf(shop.ledger, order)
    statuses.add(outcome.status)
    assert.ok(outcome.status === 'fulfilled' || (hasRefund && outcome.status === 'review'), order)
    assert.equal(outcome.fulfilments.length, outcome.status === 'fulfilled' ? 1 : 0, order)
    assert.deepEqual(outcome.paid_twice, [], order)
    assert.equal(outcome.refunded, refunded, order)
    assert.equal(outcome.dispute, dispute, order)
  }
  assert.deepEqual([...statuses].sort(), ['fulfilled', 'review'])
})
