import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import type { ReadingRules } from './reading.ts'
import { FACTS, readEvent } from './table.ts'
import { UnknownEventType } from './unknown-event-type.ts'

const RULES: ReadingRules = { orderIdFrom: ['metadata.order_id', 'client_reference_id', 'session'] }

const SESSION = {
  id: 'cs_1',
  mode: 'payment',
  payment_status: 'paid',
  payment_intent: 'pi_1',
  amount_total: 3000,
  currency: 'eur',
  metadata: { order_id: '1001' },
  customer_details: { email: 'a@example.com', name: 'Ann' },
  locale: 'vi'
}
const MONEY = { amount: 3000, currency: 'eur' }
const DUE = { ...MONEY, email: 'a@example.com', name: 'Ann', locale: 'vi' }

const event = (type: string, session: Readonly<Record<string, unknown>>): StripeEvent => ({
  id: 'evt_1',
  object: 'event',
  type,
  created: 1,
  livemode: false,
  data: { object: session }
})

const read = (type: string, session: Readonly<Record<string, unknown>> = SESSION) =>
  readEvent(FACTS, RULES, event(`checkout.session.${type}`, session))

const kinds = (type: string, session?: Readonly<Record<string, unknown>>) =>
  read(type, session).facts.map(({ kind }) => kind)

test('a session tells of its payment, its order and its money', () => {
  const named = { payment: 'pi_1', order: '1001' }
  assert.deepEqual(read('completed'), {
    session: 'cs_1',
    payment: 'pi_1',
    order: '1001',
    email: 'a@example.com',
    facts: [
      { kind: 'completed', ...named, value: { ...DUE, session: 'cs_1' } },
      { kind: 'paid', ...named, value: { ...DUE, session: 'cs_1' } }
    ]
  })
})

test('a failed payment tells whom to write to, and in which language', () => {
  const [fact] = read('async_payment_failed').facts
  assert.deepEqual(fact?.value, { ...MONEY, email: 'a@example.com', name: 'Ann', locale: 'vi' })
})

for (const [type, status, expected] of [
  ['completed', 'paid', ['completed', 'paid']],
  ['completed', 'no_payment_required', ['completed', 'paid']],
  ['completed', 'unpaid', ['completed']],
  ['completed', 'a status of next year', ['completed']],
  ['async_payment_succeeded', 'paid', ['paid']],
  ['async_payment_failed', 'unpaid', ['failed']],
  ['expired', 'unpaid', ['expired']]
] as const) {
  test(`${type} with payment_status "${status}" tells: ${expected.join(', ')}`, () => {
    assert.deepEqual(kinds(type, { ...SESSION, payment_status: status }), expected)
  })
}

test('a session that only stores a card tells nothing', () => {
  assert.deepEqual(
    kinds('completed', { ...SESSION, mode: 'setup', payment_status: 'no_payment_required' }),
    []
  )
})

test('a session without a payment intent stands for itself', () => {
  assert.equal(read('completed', { ...SESSION, payment_intent: null }).payment, 'cs_1')
})

test('an expanded payment intent is the same payment', () => {
  assert.equal(
    read('completed', { ...SESSION, payment_intent: { id: 'pi_1', amount: 3000 } }).payment,
    'pi_1'
  )
})

test('a session with nothing in it is read without a throw, and tells nothing', () => {
  assert.deepEqual(read('completed', {}), {
    session: null,
    payment: null,
    order: null,
    email: null,
    facts: []
  })
})

for (const [title, places, session, expected] of [
  ['metadata first', RULES.orderIdFrom, SESSION, '1001'],
  ['then the reference', RULES.orderIdFrom, { ...SESSION, metadata: {}, client_reference_id: 'ref' }, 'ref'],
  ['then the session', RULES.orderIdFrom, { ...SESSION, metadata: null }, 'cs_1'],
  ['another key', ['metadata.cart'], { ...SESSION, metadata: { cart: 'c7', order_id: 'no' } }, 'c7'],
  ['nowhere', ['client_reference_id'], SESSION, null],
  [
    'an empty text is none',
    ['metadata.order_id', 'session'],
    { ...SESSION, metadata: { order_id: '' } },
    'cs_1'
  ]
] as const) {
  test(`the order id: ${title}`, () => {
    const { order } = readEvent(FACTS, { orderIdFrom: places }, event('checkout.session.completed', session))
    assert.equal(order, expected)
  })
}

test('texts that PostgreSQL cannot hold are mended, and an endless one is none', () => {
  const customer_details = { email: 'a\0b@example.com', name: '\ud800' }
  const session = { ...SESSION, customer_details, metadata: { order_id: 'x'.repeat(501) } }
  const reading = read('async_payment_failed', session)
  assert.equal(reading.email, 'a\ufffdb@example.com')
  assert.equal(reading.order, 'cs_1')
  assert.match(JSON.stringify(reading.facts[0]?.value), /"name":"\ufffd"/)
})

test('a type that is not in the table is thrown, even one that every object has', () => {
  for (const type of ['invoice.paid', 'toString', '__proto__']) {
    assert.throws(() => readEvent(FACTS, RULES, event(type, SESSION)), UnknownEventType)
  }
})

test('the facts of a toy event come from its own function alone', () => {
  const toy = (_: StripeEvent) => ({ session: null, payment: 'pi_9', order: null, email: null, facts: [] })
  const reading = readEvent({ ...FACTS, 'toy.happened': toy }, RULES, event('toy.happened', {}))
  assert.equal(reading.payment, 'pi_9')
})
