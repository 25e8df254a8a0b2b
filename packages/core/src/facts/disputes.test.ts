import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FACTS, readEvent } from './table.ts'

const facts = (type: string, object: Readonly<Record<string, unknown>>) =>
  readEvent(
    FACTS,
    { orderIdFrom: ['metadata.order_id'] },
    { id: 'evt_1', object: 'event', type, created: 1, livemode: false, data: { object } }
  ).facts

const OF_PAYMENT = { payment_intent: 'pi_1', charge: 'ch_1', metadata: { order_id: 'names nothing here' } }
const DISPUTE = {
  ...OF_PAYMENT,
  id: 'du_1',
  amount: 3000,
  currency: 'eur',
  status: 'needs_response',
  reason: 'fraudulent'
}

for (const type of ['created', 'updated', 'funds_withdrawn', 'funds_reinstated', 'closed']) {
  test(`charge.dispute.${type} tells the dispute as it was then`, () => {
    assert.deepEqual(facts(`charge.dispute.${type}`, DISPUTE), [
      {
        kind: 'dispute',
        payment: 'pi_1',
        order: null,
        value: {
          dispute: 'du_1',
          amount: 3000,
          currency: 'eur',
          status: 'needs_response',
          reason: 'fraudulent'
        }
      }
    ])
  })
}

test('an early fraud warning is told with its payment', () => {
  assert.deepEqual(facts('radar.early_fraud_warning.created', { ...OF_PAYMENT, id: 'issfr_1' }), [
    { kind: 'fraud_warning', payment: 'pi_1', order: null, value: { warning: 'issfr_1' } }
  ])
})

test('a review is open until it is closed', () => {
  for (const [type, isOpen] of [
    ['review.opened', true],
    ['review.closed', false]
  ] as const)
    assert.deepEqual(facts(type, { ...OF_PAYMENT, id: 'prv_1' }), [
      { kind: 'radar_review', payment: 'pi_1', order: null, value: { review: 'prv_1', isOpen } }
    ])
})

test('what names no payment, or has no id, tells nothing', () => {
  assert.deepEqual(facts('charge.dispute.created', { ...DISPUTE, payment_intent: null, charge: null }), [])
  assert.deepEqual(facts('charge.dispute.created', { ...DISPUTE, id: null }), [])
})

test('a dispute of a charge without an intent is about the charge', () => {
  assert.equal(facts('charge.dispute.created', { ...DISPUTE, payment_intent: null })[0]?.payment, 'ch_1')
})
