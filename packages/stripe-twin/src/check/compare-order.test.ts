import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refundedOf } from '../sequences/expected.ts'
import { playSequence } from '../sequences/play.ts'
import type { SequenceName } from '../sequences/table.ts'
import { compareOrder, fulfilmentsDue } from './compare-order.ts'
import type { Outcome } from './outcome.ts'

const play = (name: SequenceName) => playSequence(name, { orderId: '1', seed: 's', now: 1_800_000_000 })

/** As it must be, but for its letters; or as given. */
function outcome(name: SequenceName, given: Partial<Outcome> = {}): Outcome {
  const { order, expected, payments } = play(name)
  const { status, fulfilments, paidTwice, refundsFailed, dispute, fraud } = expected
  const refunded = refundedOf(expected, order.amount)
  const right = { status: String(status), fulfilments, paidTwice, refunded, refundsFailed, dispute, fraud }
  return { id: '1', ...right, payments, letters: {}, unsettled: false, ...given }
}

const whats = (name: SequenceName, given?: Partial<Outcome>) =>
  compareOrder(play(name), outcome(name, given)).map(({ what }) => what)

test('an order that is as it should be has no differences', () => {
  assert.deepEqual(whats('card'), [])
  assert.deepEqual(whats('two_disputes'), [])
  assert.deepEqual(whats('fraud_warning'), [])
  assert.deepEqual(whats('refund_partial'), [])
  assert.deepEqual(whats('async_payment_failed', { letters: { payment_failed: { sent: 1 } } }), [])
})

test('an order nobody knows is wrong, except where there must be none', () => {
  assert.deepEqual(
    compareOrder(play('card'), undefined).map(({ what }) => what),
    ['order']
  )
  assert.deepEqual(compareOrder(play('setup'), undefined), [])
  assert.deepEqual(whats('setup'), ['order'])
})

for (const [what, given] of [
  ['status', { status: 'review' }],
  ['fulfilments', { fulfilments: 0 }],
  ['payments to refund', { paidTwice: 1 }],
  ['refunded', { refunded: 1 }],
  ['failed refunds', { refundsFailed: 1 }],
  ['dispute', { dispute: 'lost' }],
  ['fraud', { fraud: ['radar_review'] }],
  ['letters payment_failed', { letters: { payment_failed: { sent: 1 } } }],
  ['payments', { payments: [...play('card').payments, 'pi_of_another_run'] }]
] satisfies [string, Partial<Outcome>][]) {
  test(`a difference in ${what} is told`, () => {
    assert.deepEqual(whats('card', given), [what])
  })
}

test('a refund that was heard of first leaves the order in review with nothing fulfilled, and neither alone', () => {
  const letters = { refunded: { sent: 1 } }
  assert.deepEqual(whats('refund_full', { letters }), [])
  assert.deepEqual(whats('refund_full', { letters, status: 'review', fulfilments: 0 }), [])
  assert.deepEqual(whats('refund_full', { letters, status: 'review' }), ['fulfilments'])
  assert.deepEqual(whats('refund_full', { letters, fulfilments: 0 }), ['fulfilments'])
  assert.deepEqual(whats('refund_full', { letters, status: 'pending', fulfilments: 0 }), [
    'status',
    'fulfilments'
  ])
  assert.deepEqual(whats('refund_failed', { status: 'review', fulfilments: 0 }), ['status', 'fulfilments'])
})

test('how many fulfilments are due follows from which of the two ends it is', () => {
  const { expected } = play('refund_full')
  assert.equal(fulfilmentsDue(expected, outcome('refund_full')), 1)
  assert.equal(fulfilmentsDue(expected, outcome('refund_full', { status: 'review' })), 0)
  assert.equal(fulfilmentsDue(expected, undefined), 1)
})
