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
