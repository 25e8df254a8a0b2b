import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact } from '../facts/fact.ts'
import { FACTS, readEvent } from '../facts/table.ts'
import { type Fulfilment, settle } from './settle.ts'

const ORDER = '1001'
const AMOUNT = 3000

type Told = readonly [type: string, object: Readonly<Record<string, unknown>>]

const SESSION = {
  id: 'cs_1',
  mode: 'payment',
  payment_intent: 'pi_1',
  amount_total: AMOUNT,
  currency: 'eur',
  metadata: { order_id: ORDER }
}
const INTENT = {
  id: 'pi_1',
  amount: AMOUNT,
  amount_received: AMOUNT,
  currency: 'eur',
  metadata: { order_id: ORDER }
}
const OF_PAYMENT = { payment_intent: 'pi_1', charge: 'ch_1' }

const PAID_AT_ONCE: Told[] = [['checkout.session.completed', { ...SESSION, payment_status: 'paid' }]]
const PAID_LATER: Told[] = [
  ['checkout.session.completed', { ...SESSION, payment_status: 'unpaid' }],
  ['payment_intent.processing', { ...INTENT, amount_received: 0, latest_charge: 'ch_1' }],
  ['checkout.session.async_payment_succeeded', { ...SESSION, payment_status: 'paid' }]
]
const DECLINED: Told = [
  'payment_intent.payment_failed',
  { ...INTENT, amount_received: 0, last_payment_error: { charge: 'ch_0', payment_method: { id: 'pm_0' } } }
]

type Refund = Readonly<{ amount: number; fails: boolean }>

const refunds = fc
  .array(fc.record({ amount: fc.integer({ min: 1, max: AMOUNT / 3 }), fails: fc.boolean() }), {
    maxLength: 3
  })
  .map((all): Refund[] => all)

/** As Stripe tells of each: how much of the charge went back so far, and the refund from its beginning to its end. */
function toldOfRefunds(refunds: readonly Refund[]): Told[] {
  let soFar = 0
  return refunds.flatMap(({ amount, fails }, n): Told[] => {
    soFar += amount
    const refund = { ...OF_PAYMENT, id: `re_${n}`, amount }
    const charge: Told = ['charge.refunded', { id: 'ch_1', payment_intent: 'pi_1', amount_refunded: soFar }]
    if (fails) soFar -= amount
    return [
      charge,
      ['refund.created', { ...refund, status: 'pending' }],
      ['refund.updated', { ...refund, status: 'succeeded' }],
      ...(fails ? [['refund.failed', { ...refund, status: 'failed' }] as const] : [])
    ]
  })
}

const disputes = fc
  .subarray(['needs_response', 'under_review', 'lost'])
  .map(statuses =>
    statuses.map(
      (status): Told => [
        status === 'lost' ? 'charge.dispute.closed' : 'charge.dispute.updated',
        { ...OF_PAYMENT, id: 'du_1', amount: AMOUNT, currency: 'eur', status, reason: 'fraudulent' }
      ]
    )
  )

/** All events of a life, in any order, some of them more than once. */
const life = fc
  .record({ paid: fc.constantFrom(PAID_AT_ONCE, PAID_LATER), declines: fc.boolean(), refunds, disputes })
  .chain(({ paid, declines, refunds, disputes }) => {
    const succeeded: Told = ['payment_intent.succeeded', INTENT]
    const told = [...paid, succeeded, ...(declines ? [DECLINED] : []), ...toldOfRefunds(refunds), ...disputes]
    const all = fc.shuffledSubarray(told, { minLength: told.length })
    return fc.record({
      refunds: fc.constant(refunds),
      disputes: fc.constant(disputes),
      arrivals: fc.tuple(all, fc.subarray(told)).map(([once, again]) => [...once, ...again])
    })
  })

const read = ([type, object]: Told, n: number): readonly Fact[] =>
  readEvent(
    FACTS,
    { orderIdFrom: ['metadata.order_id'] },
    { id: `evt_${n}`, object: 'event', type, created: n, livemode: false, data: { object } }
  ).facts

/** Settles after each arrival, as workers do. What names only the payment waits until the payment's order is known. */
function live(arrivals: readonly Told[]) {
  let fulfilment: Fulfilment | undefined
  let settled = settle({ order: ORDER, facts: [], fulfilment }, { requireRegistration: false })
  const known: Fact[] = []
  const fulfilments = new Set<string>()
  for (const [n, event] of arrivals.entries()) {
    known.push(...read(event, n))
    if (!known.some(({ order }) => order === ORDER)) continue
    settled = settle({ order: ORDER, facts: known, fulfilment }, { requireRegistration: false })
    fulfilment = settled.fulfilment
    if (fulfilment !== undefined) fulfilments.add(fulfilment.payment)
  }
  return { settled, fulfilments: [...fulfilments] }
}

test('a Checkout order, its intent, refunds and disputes in any order: one fulfilment or review, right amounts', () => {
  fc.assert(
    fc.property(life, ({ refunds, disputes, arrivals }) => {
      const { settled, fulfilments } = live(arrivals)
      const wentBack = refunds.reduce((sum, { amount, fails }) => sum + (fails ? 0 : amount), 0)

      if (settled.status === 'review') {
        assert.deepEqual(fulfilments, [])
        assert.deepEqual(settled.marks.mismatch, ['refunded_first'])
        assert.ok(refunds.length > 0)
      } else {
        assert.equal(settled.status, 'fulfilled')
        assert.deepEqual(fulfilments, ['pi_1'])
      }
      assert.deepEqual(settled.marks.paidTwice, [])
      assert.equal(settled.marks.refunded, wentBack)
      assert.deepEqual(
        settled.marks.refundFailed,
        refunds.flatMap(({ fails }, n) => (fails ? [`re_${n}`] : []))
      )
      assert.equal(settled.marks.dispute, disputes.at(-1)?.[1].status ?? null)
    }),
    { numRuns: 10_000 }
  )
})
