import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Outcome } from '@paidonce/stripe-twin/check/outcome'
import { refundedOf } from '@paidonce/stripe-twin/sequences/expected'
import { playSequence } from '@paidonce/stripe-twin/sequences/play'
import type { SequenceName } from '@paidonce/stripe-twin/sequences/table'
import { comparePlays } from './compare-plays.ts'

type Seen = Readonly<{ shipments?: number; taken?: number; isRefused?: boolean; outcome?: Partial<Outcome> }>

function compared(name: SequenceName, { shipments, taken = 1, isRefused = false, outcome = {} }: Seen = {}) {
  const play = playSequence(name, { orderId: '1', seed: 'test', now: 1_700_000_000 })
  const { status, fulfilments, paidTwice, refundsFailed, dispute, fraud, letters } = play.expected
  const right: Outcome = {
    id: '1',
    status: status ?? '',
    fulfilments,
    paidTwice,
    refunded: refundedOf(play.expected, play.order.amount),
    refundsFailed,
    dispute,
    fraud,
    payments: play.payments,
    letters: Object.fromEntries(Object.keys(letters).map(kind => [kind, { sent: 1 }])),
    unsettled: false
  }
  return comparePlays([play], {
    outcomes: new Map([['1', { ...right, ...outcome }]]),
    mail: { takenFor: () => taken, hasRefused: () => isRefused },
    shop: { shipmentsOf: () => shipments ?? fulfilments }
  }).map(({ is, says }) => `${is}: ${says}`)
}

test('an order that is as it must be, for buyer and shop too, is right', () => {
  assert.deepEqual(compared('card'), [])
  assert.deepEqual(compared('async_payment_failed'), [])
})

test('an order that differs from its plan is wrong', () => {
  assert.deepEqual(compared('card', { outcome: { status: 'pending' } }), [
    'wrong: status: pending instead of fulfilled'
  ])
})

test('a shop that is told twice to ship, or never, is told of', () => {
  assert.deepEqual(compared('card', { shipments: 2 }), ['doubled: the shop was told 2 times to ship it'])
  assert.deepEqual(compared('card', { shipments: 0 }), ['lost: the shop was never told to ship it'])
})

test('a refund that was heard of before the payment ships nothing', () => {
  const outcome = { status: 'review', fulfilments: 0 }
  assert.deepEqual(compared('refund_full', { shipments: 0, outcome }), [])
  assert.deepEqual(compared('refund_full', { shipments: 1, outcome }), [
    'doubled: the shop was told 1 times to ship it'
  ])
})

test('a letter that is sent must have reached the mail server', () => {
  assert.deepEqual(compared('async_payment_failed', { taken: 0 }), [
    'lost: its letter is sent, and never came'
  ])
})

test('a letter may be given up only if the mail server refused it for good', () => {
  const outcome = { letters: { payment_failed: { given_up: 1 } } }
  assert.deepEqual(compared('async_payment_failed', { outcome, isRefused: true }), [])
  assert.equal(compared('async_payment_failed', { outcome }).length, 1)
})
