import assert from 'node:assert/strict'
import { test } from 'node:test'
import type Stripe from 'stripe'
import type { Wishes } from '../order.ts'
import { playSequence } from '../play.ts'
import { SEQUENCE_NAMES, type SequenceName } from '../table.ts'

const NOW = 1_800_000_000
const play = (name: SequenceName, wishes: Wishes = {}) =>
  playSequence(name, { orderId: '1001', seed: 's', now: NOW, wishes })
const sessionsOf = (name: SequenceName, wishes?: Wishes): Stripe.Checkout.Session[] =>
  play(name, wishes)
    .steps.map(({ event }) => event.data.object)
    .filter(object => object.object === 'checkout.session')

test('no event shows a session that is still open, and so none has an address; each names the order', () => {
  for (const { status, url, metadata } of SEQUENCE_NAMES.flatMap(name => sessionsOf(name))) {
    assert.notEqual(status, 'open')
    assert.equal(url, null)
    assert.equal(metadata?.order_id, '1001')
  }
})

test('a card payment is complete and paid, with a payment intent and the buyer', () => {
  const [session] = sessionsOf('card')
  assert.equal(session?.status, 'complete')
  assert.equal(session?.payment_status, 'paid')
  assert.match(String(session?.payment_intent), /^pi_3[A-Za-z0-9]{23}$/)
  assert.match(String(session?.id), /^cs_test_[A-Za-z0-9]{58}$/)
  assert.match(session?.customer_details?.email ?? '', /@example\.com$/)
})

test('a delayed payment is complete but unpaid, and paid only once it succeeded', () => {
  const statusOf = (name: SequenceName) => sessionsOf(name).map(session => session.payment_status)
  assert.deepEqual(statusOf('async_payment_succeeded'), ['unpaid', 'paid'])
  assert.deepEqual(statusOf('async_payment_failed'), ['unpaid', 'unpaid'])
  assert.deepEqual(statusOf('async_pending'), ['unpaid'])
})

test('both events of a delayed payment show one session and one payment', () => {
  const [first, second] = sessionsOf('async_payment_failed')
  assert.equal(first?.id, second?.id)
  assert.equal(first?.payment_intent, second?.payment_intent)
})

test('the second try of an order is another session with another payment', () => {
  const [first, , second] = sessionsOf('second_session')
  assert.notEqual(first?.id, second?.id)
  assert.notEqual(first?.payment_intent, second?.payment_intent)
})

test('an expired session has no payment intent and does not tell who the buyer was', () => {
  const [session] = sessionsOf('expired')
  assert.equal(session?.status, 'expired')
  assert.equal(session?.payment_intent, null)
  assert.equal(session?.customer_details, null)
  assert.equal(session?.expires_at, NOW)
})

test('a free order has nothing left to pay, and its session is what pays', () => {
  const [session] = sessionsOf('free')
  assert.equal(session?.amount_total, 0)
  assert.equal(session?.payment_status, 'no_payment_required')
  assert.deepEqual(play('free').payments, [session?.id])
})

test('a setup session asks for no money and pays nothing', () => {
  const [session] = sessionsOf('setup')
  assert.equal(session?.mode, 'setup')
  assert.equal(session?.amount_total, null)
  assert.deepEqual(play('setup').payments, [])
})

test('what is asked for is what the session says', () => {
  const wishes = { amount: 4999, currency: 'vnd', email: 'a@example.com', name: 'An', locale: 'vi' }
  const [session] = sessionsOf('card', wishes)
  assert.equal(session?.amount_total, 4999)
  assert.equal(session?.currency, 'vnd')
  assert.equal(session?.locale, 'vi')
  assert.equal(session?.customer_details?.email, 'a@example.com')
  assert.equal(session?.customer_details?.name, 'An')
})
