import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReadingRules } from './reading.ts'
import { FACTS, readEvent } from './table.ts'

const RULES: ReadingRules = { orderIdFrom: ['client_reference_id', 'session', 'metadata.order_id'] }

const INTENT = {
  id: 'pi_1',
  amount: 3000,
  amount_received: 0,
  currency: 'eur',
  metadata: { order_id: '1001' },
  client_reference_id: 'no field of an intent',
  receipt_email: 'a@example.com',
  latest_charge: 'ch_1',
  payment_method: 'pm_1'
}

const read = (type: string, intent: Readonly<Record<string, unknown>> = {}) =>
  readEvent(FACTS, RULES, {
    id: 'evt_1',
    object: 'event',
    type: `payment_intent.${type}`,
    created: 1,
    livemode: false,
    data: { object: { ...INTENT, ...intent } }
  })

const told = (type: string, intent?: Readonly<Record<string, unknown>>) =>
  read(type, intent).facts.map(({ kind, value }) => ({ kind, ...value }))

test('an intent is its own payment, and only its metadata names the order', () => {
  const { session, payment, order, email } = read('succeeded')
  assert.deepEqual(
    { session, payment, order, email },
    { session: null, payment: 'pi_1', order: '1001', email: 'a@example.com' }
  )
  assert.equal(read('succeeded', { metadata: {} }).order, null)
})

test('succeeded: what was received is paid, which with manual capture may be less than was asked for', () => {
  assert.deepEqual(told('succeeded', { amount_received: 2500 }), [
    { kind: 'paid', amount: 2500, currency: 'eur', email: 'a@example.com', name: null, locale: null }
  ])
})

test('payment_failed: one attempt is declined, by its charge and its payment method, with whom to write to', () => {
  const last_payment_error = {
    charge: 'ch_1',
    payment_method: { id: 'pm_1', billing_details: { email: 'card@example.com', name: 'Ann' } }
  }
  const intent = { receipt_email: null, latest_charge: null, payment_method: null, last_payment_error }
  assert.deepEqual(told('payment_failed', intent), [
    {
      kind: 'declined',
      amount: 3000,
      currency: 'eur',
      email: 'card@example.com',
      name: 'Ann',
      locale: null,
      charge: 'ch_1',
      method: 'pm_1'
    }
  ])
})

for (const type of ['processing', 'amount_capturable_updated', 'partially_funded']) {
  test(`${type}: the money of one attempt is underway`, () => {
    assert.deepEqual(told(type, { latest_charge: { id: 'ch_1' } }), [
      { kind: 'underway', amount: 3000, currency: 'eur', charge: 'ch_1', method: 'pm_1' }
    ])
  })
}

test('an intent of an API version that held its charges tells the same attempt', () => {
  const charges = { object: 'list', data: [{ id: 'ch_1' }, { id: 'ch_0' }] }
  const old = { latest_charge: undefined, charges }
  assert.deepEqual(told('processing', old), told('processing'))
  for (const charges of [undefined, null, {}, { data: [] }, { data: [null] }, 'ch_1'])
    assert.equal(told('processing', { ...old, charges })[0]?.kind, 'underway')
})

for (const [action, kinds] of [
  ['oxxo_display_details', ['underway']],
  ['boleto_display_details', ['underway']],
  ['display_bank_transfer_instructions', ['underway']],
  ['use_stripe_sdk', []],
  ['redirect_to_url', []],
  [undefined, []]
] as const) {
  test(`requires_action by ${action}: ${kinds.join() || 'nothing is decided'}`, () => {
    const intent = { next_action: action && { type: action } }
    assert.deepEqual(
      told('requires_action', intent).map(({ kind }) => kind),
      kinds
    )
  })
}

test('canceled: it will not be paid', () => {
  assert.deepEqual(told('canceled'), [{ kind: 'canceled' }])
})

test('an intent without an id tells nothing', () => {
  assert.deepEqual(read('succeeded', { id: null }).facts, [])
})
