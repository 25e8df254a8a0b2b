import assert from 'node:assert/strict'
import { test } from 'node:test'
import { playSequence } from '../sequences/play.ts'
import type { SequenceName } from '../sequences/table.ts'
import { compareOrder } from './compare-order.ts'
import type { Outcome } from './outcome.ts'

const play = (name: SequenceName) => playSequence(name, { orderId: '1', seed: 's', now: 1_800_000_000 })

const outcome = (name: SequenceName, given: Partial<Outcome> = {}): Outcome => ({
  id: '1',
  status: 'fulfilled',
  fulfilments: 1,
  paidTwice: 0,
  payments: play(name).payments,
  letters: {},
  unsettled: false,
  ...given
})

const whats = (name: SequenceName, given?: Partial<Outcome>) =>
  compareOrder(play(name), outcome(name, given)).map(({ what }) => what)

test('an order that is as it should be has no differences', () => {
  assert.deepEqual(whats('card'), [])
  assert.deepEqual(whats('second_session', { letters: { withdrawn: 1 } }), [])
  assert.deepEqual(whats('second_session', { letters: { sent: 1 } }), [])
  const failed = { status: 'payment_failed', fulfilments: 0, letters: { sent: 1 } }
  assert.deepEqual(whats('async_payment_failed', failed), [])
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
  ['letters', { letters: { sent: 1 } }],
  ['payments', { payments: [...play('card').payments, 'pi_of_another_run'] }]
] as const) {
  test(`a difference in ${what} is told`, () => {
    assert.deepEqual(whats('card', given), [what])
  })
}

for (const letters of [
  {},
  { owed: 1 },
  { withdrawn: 1 },
  { given_up: 1 },
  { sent: 2 },
  { sent: 1, owed: 1 }
]) {
  test(`a failed payment with letters ${JSON.stringify(letters)} is wrong: one must be sent`, () => {
    assert.deepEqual(whats('async_payment_failed', { status: 'payment_failed', fulfilments: 0, letters }), [
      'letters'
    ])
  })
}
