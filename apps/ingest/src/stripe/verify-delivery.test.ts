import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import Stripe from 'stripe'
import { verifyDelivery } from './verify-delivery.ts'

const NOW_MS = 1_800_000_000_000

function verify(payload: string, { secret = 'whsec_a', known = ['whsec_a', 'whsec_b'] } = {}): unknown {
  const timestamp = NOW_MS / 1000
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp })
  return verifyDelivery({ body: Buffer.from(payload), signature }, known, NOW_MS)
}

test('the JSON of a delivery comes out as it was signed, under each of the secrets', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom('whsec_a', 'whsec_b'), (value, secret) => {
      const payload = JSON.stringify(value)
      assert.deepEqual(verify(payload, { secret }), {
        json: JSON.parse(payload),
        secret: secret === 'whsec_a' ? 0 : 1
      })
    })
  )
})

test('under any other secret it is refused', () => {
  assert.throws(() => verify('{}', { secret: 'whsec_c' }), { code: 'BAD_SIGNATURE' })
  assert.throws(() => verify('{}', { known: [] }), { code: 'BAD_SIGNATURE' })
})

test('what is no JSON is refused by an error that does not quote it', () => {
  assert.throws(
    () => verify('{"marker'),
    error => (error as { code: string }).code === 'NOT_JSON' && !JSON.stringify(error).includes('marker')
  )
})

test('without a signature nothing is looked at', () => {
  assert.throws(() => verifyDelivery({ body: Buffer.from('{'), signature: undefined }, ['whsec_a'], NOW_MS), {
    code: 'MISSING_SIGNATURE'
  })
})
