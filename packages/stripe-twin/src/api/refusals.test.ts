import assert from 'node:assert/strict'
import { test } from 'node:test'
import type Stripe from 'stripe'
import { ORDER, startTwin } from './twin-for-tests.ts'

type Params = Stripe.Checkout.SessionCreateParams

const { success_url: _success, ...withoutSuccessUrl } = ORDER
const line = (over: object) => ({ ...ORDER, line_items: [{ ...ORDER.line_items[0], ...over }] }) as Params
const price = (over: object) => line({ price_data: { ...ORDER.line_items[0]?.price_data, ...over } })

for (const [what, params, param] of [
  ['no mode', { ...ORDER, mode: undefined }, 'mode'],
  ['a mode that the twin does not know', { ...ORDER, mode: 'setup' }, 'mode'],
  ['nothing to buy', { ...ORDER, line_items: undefined }, 'line_items'],
  ['no success page', withoutSuccessUrl, 'success_url'],
  ['a success page that is no address', { ...ORDER, success_url: '/thanks' }, 'success_url'],
  ['an address that runs a script', { ...ORDER, cancel_url: 'javascript:alert(1)' }, 'cancel_url'],
  ['a name that Stripe does not know', { ...ORDER, meta_data: { a: 'b' } }, 'meta_data'],
  ['a broken e-mail', { ...ORDER, customer_email: 'ann' }, 'customer_email'],
  ['a long reference', { ...ORDER, client_reference_id: 'x'.repeat(201) }, 'client_reference_id'],
  ['metadata too long', { ...ORDER, metadata: { a: 'x'.repeat(501) } }, 'metadata[a]'],
  [
    'metadata too long for the payment',
    { ...ORDER, payment_intent_data: { metadata: { a: 'x'.repeat(501) } } },
    'payment_intent_data[metadata][a]'
  ],
  ['no quantity', line({ quantity: undefined }), 'line_items[0][quantity]'],
  ['a part of a piece', line({ quantity: 0.5 }), 'line_items[0][quantity]'],
  ['a price of a catalogue', line({ price: 'price_1' }), 'line_items[0][price]'],
  ['a negative price', price({ unit_amount: -1 }), 'line_items[0][price_data][unit_amount]'],
  ['a currency that is none', price({ currency: 'euro' }), 'line_items[0][price_data][currency]'],
  ['a thing without a name', price({ product_data: {} }), 'line_items[0][price_data][product_data][name]']
] as readonly (readonly [string, unknown, string])[]) {
  test(`a session with ${what} is refused as Stripe refuses it`, async t => {
    const { stripe } = await startTwin(t)
    await assert.rejects(stripe.checkout.sessions.create(params as Params), {
      type: 'StripeInvalidRequestError',
      statusCode: 400,
      param
    })
  })
}

test('lines of two currencies are refused', async t => {
  const { stripe } = await startTwin(t)
  const [tea] = ORDER.line_items
  const vnd = { quantity: 1, price_data: { currency: 'vnd', unit_amount: 1, product_data: { name: 'x' } } }
  await assert.rejects(stripe.checkout.sessions.create({ ...ORDER, line_items: [tea, vnd] as never }), {
    message: /same currency/
  })
})

test('a key that is none, a live one, or none at all is refused, and not repeated', async t => {
  const { connect, origin } = await startTwin(t)
  for (const key of ['sk_live_abcdefgh', 'nonsense', 'sk_test_'])
    await assert.rejects(connect(key).checkout.sessions.create(ORDER), (error: Stripe.errors.StripeError) => {
      assert.equal(error.type, 'StripeAuthenticationError')
      assert.doesNotMatch(error.message, /abcdefgh|nonsense/)
      return true
    })
  const answer = await fetch(`${origin}/v1/checkout/sessions`, { method: 'POST', body: '' })
  assert.equal(answer.status, 401)
  const basic = { authorization: `Basic ${Buffer.from('rk_test_a:').toString('base64')}` }
  assert.equal(
    (await fetch(`${origin}/v1/checkout/sessions`, { method: 'POST', headers: basic })).status,
    400
  )
})
