import assert from 'node:assert/strict'
import { test } from 'node:test'
import Stripe from 'stripe'
import { playSequence } from '../sequences/play.ts'
import { API_VERSION } from './api-version.ts'
import { signDelivery } from './sign-delivery.ts'

const NOW_MS = 1_800_000_000_000
const play = playSequence('card', { orderId: '1', seed: 's', now: NOW_MS / 1000 })
const body = JSON.stringify(play.steps[0]?.event, null, 2)
const construct = (header: string, secret: string, nowMs: number) =>
  Stripe.webhooks.constructEvent(body, header, secret, undefined, undefined, nowMs)

test("Stripe's own library takes the signature, with the right secret only", () => {
  const header = signDelivery({ body, secret: 'whsec_a', nowMs: NOW_MS })
  assert.deepEqual(construct(header, 'whsec_a', NOW_MS), play.steps[0]?.event)
  assert.throws(() => construct(header, 'whsec_b', NOW_MS), Stripe.errors.StripeSignatureVerificationError)
})

test('the signature grows old with the clock it was made by', () => {
  const header = signDelivery({ body, secret: 'whsec_a', nowMs: NOW_MS })
  assert.throws(
    () => construct(header, 'whsec_a', NOW_MS + 301_000),
    Stripe.errors.StripeSignatureVerificationError
  )
})

test('a header has one time, one true signature and the fake one of test events', () => {
  const header = signDelivery({ body, secret: 'whsec_a', nowMs: NOW_MS })
  assert.match(header, /^t=1800000000,v1=[0-9a-f]{64},v0=[0-9a-f]{64}$/)
})

test("events have the version of the API that Stripe's types describe", () => {
  assert.equal(API_VERSION, Stripe.API_VERSION)
  assert.equal(play.steps[0]?.event.api_version, Stripe.API_VERSION)
})
