import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FACTS, readEvent } from './table.ts'

const read = (type: string, object: Readonly<Record<string, unknown>>) =>
  readEvent(
    FACTS,
    { orderIdFrom: ['metadata.order_id'] },
    { id: 'evt_1', object: 'event', type, created: 1, livemode: false, data: { object } }
  )

const CHARGE = {
  id: 'ch_1',
  payment_intent: 'pi_1',
  amount_refunded: 1000,
  billing_details: { email: 'a@example.com', name: 'Ann' },
  metadata: { order_id: 'names nothing here' }
}
const REFUND = { id: 're_1', payment_intent: 'pi_1', charge: 'ch_1', amount: 1000, status: 'pending' }

test('a refunded charge tells how much of its payment went back so far, and who got it', () => {
  assert.deepEqual(read('charge.refunded', CHARGE), {
    session: null,
    payment: 'pi_1',
    order: null,
    email: 'a@example.com',
    facts: [
      {
        kind: 'refunded',
        payment: 'pi_1',
        order: null,
        value: { amount: 1000, email: 'a@example.com', name: 'Ann', locale: null }
      }
    ]
  })
})

for (const [says, charge, amount] of [
  ['reserved and let go', { captured: false, amount: 3000, amount_captured: 0, amount_refunded: 3000 }, 0],
  ['taken in part', { captured: true, amount: 3000, amount_captured: 1000, amount_refunded: 2000 }, 0],
  [
    'taken in part, half back',
    { captured: true, amount: 3000, amount_captured: 1000, amount_refunded: 2500 },
    500
  ],
  ['taken, and back', { captured: true, amount: 3000, amount_captured: 3000, amount_refunded: 3000 }, 3000],
  ['of an old API version', { captured: true, amount: 3000, amount_refunded: 3000 }, 3000]
] as const) {
  test(`what was ${says}: ${amount} went back`, () => {
    const [fact] = read('charge.refunded', { ...CHARGE, ...charge }).facts
    assert.equal(fact?.kind === 'refunded' && fact.value.amount, amount)
  })
}

test('a charge without an intent is a payment of its own', () => {
  assert.equal(read('charge.refunded', { ...CHARGE, payment_intent: null }).payment, 'ch_1')
  assert.equal(read('refund.created', { ...REFUND, payment_intent: null }).payment, 'ch_1')
})

for (const type of ['refund.created', 'refund.updated', 'refund.failed', 'charge.refund.updated']) {
  test(`${type} tells what became of one refund`, () => {
    assert.deepEqual(read(type, REFUND).facts, [
      {
        kind: 'refund',
        payment: 'pi_1',
        order: null,
        value: { refund: 're_1', amount: 1000, status: 'pending' }
      }
    ])
  })
}

test('a refund of no payment, or without an id, tells nothing', () => {
  assert.deepEqual(read('refund.created', { ...REFUND, payment_intent: null, charge: null }).facts, [])
  assert.deepEqual(read('refund.created', { ...REFUND, id: null }).facts, [])
})

test('an amount that is none or below zero is nothing', () => {
  for (const amount of [null, -5, 0.5, '10'])
    assert.deepEqual(read('refund.created', { ...REFUND, amount }).facts[0]?.value, {
      refund: 're_1',
      amount: 0,
      status: 'pending'
    })
})
