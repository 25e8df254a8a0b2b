import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import Stripe from 'stripe'
import { createIds } from '../seed/ids.ts'
import { createRandom } from '../seed/random.ts'
import { type Reply, startReceiver } from '../stripe/start-receiver.ts'
import { createAnswerControl } from './control/answer-control.ts'
import { createFaultShelf } from './faults/fault-shelf.ts'
import { withFaults } from './faults/with-faults.ts'
import { createAnswerApi } from './http/answer-api.ts'
import { createTwinServer } from './http/server.ts'
import { createAnswerPage, payPath } from './pages/answer-page.ts'
import { createSendEvents } from './send-events.ts'
import { createSessionShelf } from './sessions/session-shelf.ts'

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
  const events = createSendEvents({
    target: { url: receiver.url, secret: SECRET },
    onAttempt: () => undefined,
    onError: error => assert.fail(error)
  })
  const ids = createIds(createRandom(t.name))
  const sessions = createSessionShelf()
  const faults = createFaultShelf()
  const nowS = () => Math.floor(Date.now() / 1000)
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const server = createTwinServer({
    answerApi: withFaults(
      createAnswerApi({ sessions, ids, nowS, urlOf: id => `${origin()}${payPath(id)}` }),
      faults
    ),
    answerControl: createAnswerControl({ sessions, faults, ids }),
    answerPage: createAnswerPage({ sessions, ids, nowS, deliver: events.send }),
    requestId: () => 'req_test',
    onError: error => assert.fail(error)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.after(async () => {
    events.stop()
    server.closeAllConnections()
    server.close()
    await receiver.stop()
  })

  const { port } = server.address() as AddressInfo
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
    origin: origin(),
    webhook: { url: receiver.url, secret: SECRET }
  }
}
