import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isObject, type StripeEvent } from '@paidonce/shared/stripe-event'
import fc from 'fast-check'
import type { OrderIdPlace, Reading, ReadingRules } from './reading.ts'
import { FACTS, readEvent } from './table.ts'

/** What no API version should send, and somebody will. */
const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, undefined, true, '', ' ', 'paid', 'unpaid', 'setup', 'payment', 'vi', '__proto__'),
  fc.constantFrom(-0, -1, 0.5, 1e308, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER + 1, Number.NaN),
  fc.string({
    unit: fc.constantFrom('\0', '\ud800', '\udc00', 'é', '🎟', '\u2028', '"', '\\', 'a'),
    maxLength: 6
  }),
  fc.nat(600).map(length => 'x'.repeat(length)),
  fc.jsonValue({ maxDepth: 2 }),
  fc.record({ id: fc.oneof(fc.string(), fc.constantFrom(null, 5, { id: 'pi_1' })) })
)

const SESSION_FIELDS = [
  'id',
  'mode',
  'payment_status',
  'payment_intent',
  'amount_total',
  'currency',
  'client_reference_id',
  'customer_email',
  'locale'
]

const OTHER_FIELDS = [
  'charge',
  'amount',
  'amount_received',
  'amount_refunded',
  'receipt_email',
  'latest_charge',
  'payment_method',
  'billing_details',
  'last_payment_error',
  'next_action',
  'shipping',
  'status',
  'reason'
]

const object: fc.Arbitrary<Record<string, unknown>> = fc.record(
  {
    ...Object.fromEntries([...SESSION_FIELDS, ...OTHER_FIELDS].map(field => [field, odd])),
    metadata: fc.oneof(odd, fc.record({ order_id: odd, cart: odd }, { requiredKeys: [] })),
    customer_details: fc.oneof(odd, fc.record({ email: odd, name: odd }, { requiredKeys: [] }))
  },
  { requiredKeys: [] }
)

const places: fc.Arbitrary<OrderIdPlace[]> = fc.array(
  fc.constantFrom(
    'metadata.order_id',
    'metadata.cart',
    'metadata.__proto__',
    'client_reference_id',
    'session'
  ),
  { maxLength: 4 }
)

const read = (type: string, object: Record<string, unknown>, rules: ReadingRules): Reading => {
  const event: StripeEvent = {
    id: 'evt_1',
    object: 'event',
    type,
    created: 1,
    livemode: false,
    data: { object }
  }
  return readEvent(FACTS, rules, event)
}

test('whatever an event’s object holds, its reading is something that the ledger can keep', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(FACTS)), object, places, (type, object, orderIdFrom) => {
      const reading = read(type, object, { orderIdFrom })
      assert.deepEqual(read(type, object, { orderIdFrom }), reading, 'read again it tells the same')

      for (const text of textsIn(reading)) {
        assert.ok(text.length >= 1 && text.length <= 500, `a text of ${text.length}`)
        assert.ok(text.isWellFormed() && !text.includes('\0'), JSON.stringify(text))
      }
      for (const { payment, order, value } of reading.facts) {
        assert.deepEqual({ payment, order }, { payment: reading.payment, order: reading.order })
        if ('amount' in value && value.amount !== null) assert.ok(Number.isSafeInteger(value.amount))
      }
      const asksForNothing = type.startsWith('checkout.') && object.mode === 'setup'
      if (reading.payment === null || asksForNothing) assert.deepEqual(reading.facts, [])
    }),
    { numRuns: 2_000 }
  )
})

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return isObject(value) ? Object.values(value).flatMap(textsIn) : []
}
