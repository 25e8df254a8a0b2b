import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isStripeEvent } from '@paidonce/shared/stripe-event'
import { asEvent, isAskedFor } from './as-event.ts'
import { FACTS, readEvent } from './table.ts'

const SESSION = {
  id: 'cs_test_1',
  object: 'checkout.session',
  status: 'complete',
  payment_status: 'paid',
  mode: 'payment',
  payment_intent: 'pi_1',
  metadata: { order_id: '1001' },
  livemode: false
}
const INTENT = { id: 'pi_1', object: 'payment_intent', latest_charge: 'ch_1', metadata: { order_id: '1001' } }

const kinds = (object: Readonly<Record<string, unknown>>) => {
  const event = asEvent({ object, account: '' }, 1)
  return (
    event && readEvent(FACTS, { orderIdFrom: ['metadata.order_id'] }, event).facts.map(({ kind }) => kind)
  )
}

for (const [says, object, expected] of [
  ['a session that is paid', SESSION, ['completed', 'paid']],
  ['a session whose money is on its way', { ...SESSION, payment_status: 'unpaid' }, ['completed']],
  [
    'a session whose money will not come',
    {
      ...SESSION,
      payment_status: 'unpaid',
      payment_intent: { id: 'pi_1', status: 'requires_payment_method' }
    },
    ['failed']
  ],
  [
    'a session whose money is being fetched',
    { ...SESSION, payment_status: 'unpaid', payment_intent: { id: 'pi_1', status: 'processing' } },
    ['completed']
  ],
  ['a session that nobody went through with', { ...SESSION, status: 'expired' }, ['expired']],
  ['a session that is open', { ...SESSION, status: 'open' }, undefined],
  ['an intent that succeeded', { ...INTENT, status: 'succeeded' }, ['paid']],
  ['an intent that is processing', { ...INTENT, status: 'processing' }, ['underway']],
  ['an intent that is reserved', { ...INTENT, status: 'requires_capture' }, ['underway']],
  ['an intent that was called off', { ...INTENT, status: 'canceled' }, ['canceled']],
  [
    'an intent that nobody tried',
    { ...INTENT, status: 'requires_payment_method', last_payment_error: null },
    undefined
  ],
  [
    'an intent that was declined',
    { ...INTENT, status: 'requires_payment_method', last_payment_error: {} },
    ['declined']
  ],
  [
    'a refund',
    { id: 're_1', object: 'refund', payment_intent: 'pi_1', amount: 5, status: 'failed' },
    ['refund']
  ],
  ['a dispute', { id: 'du_1', object: 'dispute', payment_intent: 'pi_1', status: 'lost' }, ['dispute']],
  ['a customer', { id: 'cus_1', object: 'customer' }, undefined],
  ['an object without an id', { object: 'checkout.session', status: 'complete' }, undefined]
] as const) {
  test(`${says}, asked for, tells: ${expected?.join(', ') ?? 'nothing'}`, () => {
    assert.deepEqual(kinds(object), expected)
  })
}

test('what was asked for can be carried and told from what was sent, and is one event however often', () => {
  const event = asEvent({ object: SESSION, account: 'acct_1' }, 1)
  assert.ok(isStripeEvent(event))
  assert.equal(event.account, 'acct_1')
  assert.equal(asEvent({ object: SESSION, account: 'acct_1' }, 2)?.id, event.id)
  assert.equal(event.id, 'evt_asked_cs_test_1_complete_paid')
  assert.ok(isAskedFor(event.id))
  assert.ok(!isAskedFor('evt_1'))
})

test('an answer that was overtaken by another does not take its place', () => {
  const idOf = (object: Readonly<Record<string, unknown>>) => asEvent({ object, account: '' }, 1)?.id
  assert.notEqual(idOf({ ...SESSION, payment_status: 'unpaid' }), idOf(SESSION))
  assert.notEqual(idOf({ ...INTENT, status: 'processing' }), idOf({ ...INTENT, status: 'succeeded' }))
})
