import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isStripeEvent } from '@paidonce/shared/stripe-event'
import { paymentOf } from './payment-of.ts'
import { playSequence } from './play.ts'
import { SEQUENCE_NAMES, type SequenceName } from './table.ts'

const NOW = 1_800_000_000
const play = (name: SequenceName, orderId = '1001', seed = 's') =>
  playSequence(name, { orderId, seed, now: NOW })

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

  test(`${name}: every event can be carried, and has an id of its own`, () => {
    const events = play(name).steps.map(({ event }) => event)
    assert.ok(events.length > 0)
    assert.ok(events.every(isStripeEvent))
    assert.equal(new Set(events.map(({ id }) => id)).size, events.length)
    assert.ok(events.every(event => !event.livemode))
  })

  test(`${name}: every payment is tied to the order by an event that names both`, () => {
    const { payments, steps } = play(name)
    const objects = steps.map(({ event }) => event.data.object)
    const naming = objects.filter(object => 'metadata' in object && object.metadata?.order_id === '1001')
    for (const payment of payments) assert.ok(naming.some(object => paymentOf(object) === payment))
  })
}

test('two payments of one order are two, one payment told by many events is one', () => {
  assert.equal(play('second_session').payments.length, 2)
  assert.equal(play('card_with_intent').payments.length, 1)
  assert.equal(play('dispute_won').payments.length, 1)
})

test('a currency alone gives an amount that is usual in it', () => {
  const made = playSequence('card', { orderId: '7', seed: 's', now: NOW, wishes: { currency: 'vnd' } })
  assert.ok(made.order.amount >= 50_000 && made.order.amount % 1_000 === 0)
})
