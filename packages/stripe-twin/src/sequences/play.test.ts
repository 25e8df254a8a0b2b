import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isStripeEvent } from '@paidonce/shared/stripe-event'
import { playSequence } from './play.ts'
import { SEQUENCE_NAMES, SEQUENCES, type SequenceName } from './table.ts'

const NOW = 1_800_000_000
const play = (name: SequenceName, orderId = '1001', seed = 's') =>
  playSequence(name, { orderId, seed, now: NOW })
const eventsOf = (name: SequenceName) => play(name).steps.map(({ event }) => event)
const sessionsOf = (name: SequenceName) => eventsOf(name).map(({ data }) => data.object)

for (const name of SEQUENCE_NAMES) {
  test(`${name}: the same seed and order give the same events, another seed or order other ids`, () => {
    const idsOf = (orderId: string, seed: string) =>
      play(name, orderId, seed).steps.flatMap(({ event }) => [event.id, event.data.object.id])

    assert.deepEqual(play(name), play(name))
    for (const other of [idsOf('1001', 'other'), idsOf('1002', 's')])
      assert.equal(
        other.some(id => idsOf('1001', 's').includes(id)),
        false
      )
  })

  test(`${name}: every event can be carried, has an id of its own, and names the order`, () => {
    const events = eventsOf(name)
    assert.ok(events.length > 0)
    assert.ok(events.every(isStripeEvent))
    assert.equal(new Set(events.map(({ id }) => id)).size, events.length)
    assert.ok(events.every(event => !event.livemode && event.data.object.metadata?.order_id === '1001'))
  })

  test(`${name}: no event shows a session that is still open, and so none has an address`, () => {
    for (const { status, url } of sessionsOf(name)) {
      assert.notEqual(status, 'open')
      assert.equal(url, null)
    }
  })
}

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
  assert.equal(play('second_session').payments.length, 2)
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
  assert.equal(SEQUENCES.setup.expected.status, null)
})

test('what is asked for is what the session says', () => {
  const wishes = { amount: 4999, currency: 'vnd', email: 'a@example.com', name: 'An', locale: 'vi' }
  const made = playSequence('card', { orderId: '7', seed: 's', now: NOW, wishes })
  const session = made.steps[0]?.event.data.object
  assert.equal(session?.amount_total, 4999)
  assert.equal(session?.currency, 'vnd')
  assert.equal(session?.locale, 'vi')
  assert.equal(session?.customer_details?.email, 'a@example.com')
  assert.equal(session?.customer_details?.name, 'An')
})

test('a currency alone gives an amount that is usual in it', () => {
  const made = playSequence('card', { orderId: '7', seed: 's', now: NOW, wishes: { currency: 'vnd' } })
  assert.ok(made.order.amount >= 50_000 && made.order.amount % 1_000 === 0)
})
