import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import Stripe from 'stripe'
import { type Reply, startReceiver } from '../stripe/start-receiver.ts'
import { startTwin as startServer } from './start-twin.ts'

const SECRET = 'whsec_twin'
/** What a shop asks for. */
export const ORDER = {
  mode: 'payment',
  line_items: [
    {
      quantity: 2,
      price_data: { currency: 'eur', unit_amount: 1_900, product_data: { name: 'Tea <img src=x> & more' } }
    },
    { quantity: 1, price_data: { currency: 'EUR', unit_amount: 490, product_data: { name: 'Postage' } } }
  ],
  success_url: 'https://shop.example/thanks?session={CHECKOUT_SESSION_ID}',
  cancel_url: 'https://shop.example/basket',
  metadata: { order_id: '1001', note: 'ö' },
  client_reference_id: '1001',
  payment_intent_data: { metadata: { order_id: '1001' } },
  customer_email: 'ann@example.com',
  locale: 'vi'
} satisfies Stripe.Checkout.SessionCreateParams

/** The twin's server, Stripe's own library pointed at it, and a webhook that answers as it is told. */
export async function startTwin(t: TestContext, reply: () => Reply = () => 200) {
  const receiver = await startReceiver({ secret: SECRET, reply })
  const twin = await startServer({
    target: { url: receiver.url, secret: SECRET },
    onError: error => assert.fail(error),
    requestId: () => 'req_test',
    seed: t.name
  })
  t.after(async () => {
    await twin.stop()
    await receiver.stop()
  })

  const { port } = new URL(twin.url)
  const connect = (key: string, over: Stripe.StripeConfig = {}) =>
    new Stripe(key, {
      host: '127.0.0.1',
      port,
      protocol: 'http',
      telemetry: false,
      maxNetworkRetries: 0,
      ...over
    })
  const press = async (session: Stripe.Checkout.Session, way: string, email = 'ann@example.com') =>
    await fetch(session.url ?? '', {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ way, email, name: 'Ann' })
    })
  return {
    stripe: connect('sk_test_any'),
    connect,
    press,
    received: receiver.received,
    origin: twin.url,
    shelves: twin.shelves,
    webhook: { url: receiver.url, secret: SECRET }
  }
}
