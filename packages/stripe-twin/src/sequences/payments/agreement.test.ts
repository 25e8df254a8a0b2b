import assert from 'node:assert/strict'
import { test } from 'node:test'
import type Stripe from 'stripe'
import { halfOf, refundedOf } from '../expected.ts'
import { paymentOf } from '../payment-of.ts'
import { playSequence } from '../play.ts'
import { SEQUENCE_NAMES, type SequenceName } from '../table.ts'
import type { EventOf, TwinEvent } from '../twin-event.ts'

const play = (name: SequenceName, currency = 'eur') =>
  playSequence(name, { orderId: '1001', seed: 's', now: 1_800_000_000, wishes: { currency } })
const eventsOf = (name: SequenceName) => play(name).steps.map(({ event }) => event)

function only<Type extends TwinEvent['type']>(name: SequenceName, type: Type): EventOf<Type>[] {
  return eventsOf(name).filter((event): event is EventOf<Type> => event.type === type)
}
const shown = <Type extends TwinEvent['type']>(name: SequenceName, type: Type) =>
  only(name, type).map(({ data }) => data.object as EventOf<Type>['data']['object'])

for (const name of SEQUENCE_NAMES) {
  const { order, payments } = play(name)
  const objects = eventsOf(name).map(({ data }) => data.object)

  test(`${name}: every event is about a payment of the order, in the order's currency`, () => {
    for (const object of objects) {
      const payment = paymentOf(object)
      assert.ok(payment === null || payments.includes(payment))
      if ('currency' in object && object.currency !== null) assert.equal(object.currency, order.currency)
    }
  })

  test(`${name}: what names a charge names the one that the charge's own events show`, () => {
    const charges = objects.filter(object => object.object === 'charge').map(({ id }) => id)
    if (charges.length === 0) return
    for (const object of objects)
      if ('charge' in object) assert.ok(charges.includes(String(object.charge)), String(object.charge))
  })

  test(`${name}: an event that tells of a change shows what it was before, and that it changed`, () => {
    for (const { data } of eventsOf(name)) {
      const now: Readonly<Record<string, unknown>> = { ...data.object }
      for (const [field, before] of Object.entries(data.previous_attributes ?? {}))
        assert.notDeepEqual(now[field], before, field)
    }
  })
}

test('a declined attempt names its charge, its method and the buyer, and the next one is another', () => {
  const [failed] = shown('intent_declined', 'payment_intent.payment_failed')
  const [charge] = shown('intent_declined', 'charge.failed')
  const error = failed?.last_payment_error
  assert.equal(error?.charge, charge?.id)
  assert.equal(failed?.latest_charge, charge?.id)
  assert.equal(error?.payment_method?.id, charge?.payment_method)
  assert.equal(error?.payment_method?.billing_details.email, play('intent_declined').order.email)
  assert.equal(failed?.receipt_email, play('intent_declined').order.email)
  assert.equal(charge?.metadata.order_id, '1001')

  const [first] = shown('intent_declined_then_paid', 'payment_intent.payment_failed')
  const [second] = shown('intent_declined_then_paid', 'payment_intent.succeeded')
  assert.notEqual(second?.latest_charge, first?.latest_charge)
  assert.notEqual(second?.payment_method, first?.last_payment_error?.payment_method?.id)
  assert.equal(second?.last_payment_error, null)
  assert.equal(second?.amount_received, second?.amount)
})

test('a debit that fails is the attempt that was underway', () => {
  const [underway] = shown('intent_debit_failed', 'payment_intent.processing')
  const [failed] = shown('intent_debit_failed', 'payment_intent.payment_failed')
  assert.match(String(underway?.latest_charge), /^py_/)
  assert.equal(failed?.last_payment_error?.charge, underway?.latest_charge)
  assert.equal(failed?.last_payment_error?.payment_method?.id, underway?.payment_method)
})

for (const [currency, type] of [
  ['jpy', 'konbini_display_details'],
  ['eur', 'multibanco_display_details'],
  ['brl', 'boleto_display_details'],
  ['mxn', 'oxxo_display_details']
] as const) {
  test(`a slip in ${currency} is a ${type}`, () => {
    const [{ event } = assert.fail('no step')] = play('intent_voucher', currency).steps
    const { next_action } = event.data.object as Stripe.PaymentIntent
    assert.equal(next_action?.type, type)
    assert.ok(next_action?.[type])
  })
}

test('the session and the payment intent of one Checkout are one payment, and both name the order', () => {
  const [session] = shown('card_with_intent', 'checkout.session.completed')
  const [intent] = shown('card_with_intent', 'payment_intent.succeeded')
  assert.equal(session?.payment_intent, intent?.id)
  assert.equal(session?.amount_total, intent?.amount_received)
  assert.deepEqual(session?.metadata, intent?.metadata)
})

test('money that was set aside and let go was never taken, and neither was the rest of a half', () => {
  const [charge] = shown('manual_capture_canceled', 'charge.refunded')
  assert.deepEqual([charge?.captured, charge?.amount_captured], [false, 0])
  const [half] = shown('partial_capture', 'charge.refunded')
  const [paid] = shown('partial_capture', 'payment_intent.succeeded')
  assert.equal(half?.amount_captured, paid?.amount_received)
  assert.equal((half?.amount_captured ?? 0) + (half?.amount_refunded ?? 0), paid?.amount)
})

for (const name of ['refund_full', 'refund_partial', 'refund_failed', 'refund_old_events'] as const) {
  test(`${name}: the charge counts up what its refunds took from it`, () => {
    const { order, expected } = play(name)
    const refunds = new Map(
      eventsOf(name)
        .flatMap(({ data: { object } }) =>
          object.object === 'charge'
            ? (object.refunds?.data ?? [])
            : object.object === 'refund'
              ? [object]
              : []
        )
        .map(refund => [refund.id, refund])
    )
    const charges = shown(name, 'charge.refunded')
    const sum = [...refunds.values()].reduce((total, { amount }) => total + amount, 0)
    assert.equal(charges.at(-1)?.amount_refunded, sum)
    assert.equal(charges.at(-1)?.refunded, sum === order.amount)
    assert.ok(charges.every(({ metadata }) => metadata.order_id === undefined))
    const failed = [...refunds.values()].filter(({ status }) => status === 'failed')
    assert.equal(failed.length, expected.refundsFailed)
    assert.equal(
      sum - failed.reduce((total, { amount }) => total + amount, 0),
      refundedOf(expected, order.amount)
    )
  })
}

test('two partial refunds are two, and half of the amount together', () => {
  const { order } = play('refund_partial')
  const [first, second] = shown('refund_partial', 'refund.created')
  assert.notEqual(first?.id, second?.id)
  assert.equal((first?.amount ?? 0) + (second?.amount ?? 0), halfOf(order.amount))
})

test('a dispute takes the money, and only one that is won gives it back', () => {
  const moved = (name: SequenceName) =>
    eventsOf(name)
      .map(({ data }) => data.object)
      .filter(object => object.object === 'dispute')
      .map(({ status, balance_transactions }) => [
        status,
        Math.sign(balance_transactions.reduce((sum, { amount }) => sum + amount, 0)) + 0
      ])
  const begun = [
    ['needs_response', 0],
    ['needs_response', -1],
    ['under_review', -1]
  ]
  assert.deepEqual(moved('dispute_won'), [...begun, ['won', -1], ['won', 0]])
  assert.deepEqual(moved('dispute_lost'), [...begun, ['lost', -1]])
})

test('two disputes of one payment share its charge, and halve its amount', () => {
  const [first, second] = shown('two_disputes', 'charge.dispute.created')
  assert.notEqual(first?.id, second?.id)
  assert.equal(first?.charge, second?.charge)
  assert.equal((first?.amount ?? 0) + (second?.amount ?? 0), play('two_disputes').order.amount)
})
