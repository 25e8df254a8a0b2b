import assert from 'node:assert/strict'
import { test } from 'node:test'
import type Stripe from 'stripe'
import type { Reply } from '../stripe/start-receiver.ts'
import { ORDER, startTwin } from './twin-for-tests.ts'

test('Stripe’s own library creates a session and finds it again', async t => {
  const { stripe } = await startTwin(t)
  const session = await stripe.checkout.sessions.create(ORDER)
  assert.equal(session.lastResponse.requestId, 'req_test')
  const { id, amount_total, currency, metadata, client_reference_id, status, payment_status, locale } =
    session
  assert.match(id, /^cs_test_/)
  assert.deepEqual(
    { amount_total, currency, metadata, client_reference_id, status, payment_status, locale },
    {
      amount_total: 4_290,
      currency: 'eur',
      metadata: { order_id: '1001', note: 'ö' },
      client_reference_id: '1001',
      status: 'open',
      payment_status: 'unpaid',
      locale: 'vi'
    }
  )
  const { lastResponse: _, ...found } = await stripe.checkout.sessions.retrieve(id)
  const { lastResponse: __, ...created } = session
  assert.deepEqual(found, created)
})

test('under one idempotency key there is one session, and other parameters are refused', async t => {
  const { stripe } = await startTwin(t)
  const options = { idempotencyKey: 'order-1001' }
  const first = await stripe.checkout.sessions.create(ORDER, options)
  const second = await stripe.checkout.sessions.create(ORDER, options)
  assert.equal(second.id, first.id)
  assert.equal(second.lastResponse.headers['idempotent-replayed'], 'true')
  await assert.rejects(stripe.checkout.sessions.create({ ...ORDER, locale: 'en' }, options), {
    type: 'StripeIdempotencyError',
    statusCode: 400
  })
  assert.notEqual((await stripe.checkout.sessions.create(ORDER)).id, first.id)
})

test('a key may be used again for what was refused under it', async t => {
  const { stripe } = await startTwin(t)
  const options = { idempotencyKey: 'order-1002' }
  await assert.rejects(stripe.checkout.sessions.create({ ...ORDER, line_items: [] }, options))
  assert.equal((await stripe.checkout.sessions.create(ORDER, options)).amount_total, 4_290)
})

test('what the twin does not have it does not find, and says what it answers', async t => {
  const { stripe, origin } = await startTwin(t)
  await assert.rejects(stripe.checkout.sessions.retrieve('cs_test_gone'), {
    statusCode: 404,
    code: 'resource_missing'
  })
  await assert.rejects(stripe.customers.list(), {
    statusCode: 404,
    message: /creates Checkout Sessions, and lists and shows/
  })
  assert.equal((await fetch(`${origin}/c/pay/cs_test_gone`)).status, 404)
  assert.equal((await fetch(`${origin}//`)).status, 404)
})

test('the page shows what is bought, and nothing on it is HTML that the shop wrote', async t => {
  const { stripe } = await startTwin(t)
  const session = await stripe.checkout.sessions.create({
    ...ORDER,
    cancel_url: 'https://shop.example/?a="><script>'
  })
  const page = await (await fetch(session.url ?? '')).text()
  assert.match(page, /€42\.90/)
  assert.match(page, /Tea &lt;img src=x&gt; &amp; more<small>2 × €19\.00/)
  assert.match(page, /No money moves/)
  assert.doesNotMatch(page, /<img|<script/)
})

for (const [way, told] of [
  ['card', ['completed paid']],
  ['bank', ['completed unpaid', 'async_payment_succeeded paid']],
  ['bank_fails', ['completed unpaid', 'async_payment_failed unpaid']]
] as const) {
  test(`pressing ${way} sends ${told.join(', then ')}, and the buyer goes to the success page`, async t => {
    const heard: (() => void)[] = []
    const all = new Promise<void>(resolve => heard.push(resolve))
    let count = 0
    const { stripe, press, received } = await startTwin(t, () => {
      count += 1
      if (count === told.length) heard[0]?.()
      return 200
    })
    const session = await stripe.checkout.sessions.create(ORDER)
    const answer = await press(session, way, 'lan@example.com')
    assert.equal(answer.status, 303)
    assert.equal(answer.headers.get('location'), `https://shop.example/thanks?session=${session.id}`)
    assert.ok(received.length >= 1, 'the buyer did not wait for the webhook')
    await all

    const sessions = received.map(({ event }) => event.data.object as Stripe.Checkout.Session)
    const types = received.map(({ event }) => event.type.replace('checkout.session.', ''))
    assert.deepEqual(
      types.map((type, index) => `${type} ${sessions[index]?.payment_status}`),
      told
    )
    for (const { metadata, customer_details, payment_intent, status } of sessions) {
      assert.equal(metadata?.order_id, '1001')
      assert.equal(customer_details?.email, 'lan@example.com')
      assert.equal(payment_intent, sessions[0]?.payment_intent)
      assert.equal(status, 'complete')
    }
    const again = await press(session, 'card')
    assert.equal(again.headers.get('location'), answer.headers.get('location'))
    assert.equal(received.length, told.length)
    assert.equal(
      (await stripe.checkout.sessions.retrieve(session.id)).payment_status,
      sessions.at(-1)?.payment_status
    )
  })
}

test('a session that was let expire tells so, and can no longer be paid', async t => {
  const { stripe, press, received } = await startTwin(t)
  const session = await stripe.checkout.sessions.create(ORDER)
  await press(session, 'expire', '')
  const late = await press(session, 'card')
  assert.equal(late.status, 200)
  assert.match(await late.text(), /This session has expired/)
  assert.deepEqual(
    received.map(({ event }) => event.type),
    ['checkout.session.expired']
  )
})

test('a button that is none, or an e-mail that is none, changes nothing', async t => {
  const { stripe, press, received } = await startTwin(t)
  const session = await stripe.checkout.sessions.create(ORDER)
  assert.equal((await press(session, 'steal')).status, 400)
  assert.equal((await press(session, 'card', 'nobody')).status, 400)
  assert.equal(received.length, 0)
  assert.equal((await stripe.checkout.sessions.retrieve(session.id)).status, 'open')
})

test('what the webhook does not take is sent again', async t => {
  const answers: Reply[] = [503, 'cut']
  const heard: (() => void)[] = []
  const taken = new Promise<void>(resolve => heard.push(resolve))
  const { stripe, press, received } = await startTwin(t, () => {
    const answer = answers.shift() ?? 200
    if (answer === 200) heard[0]?.()
    return answer
  })
  assert.equal((await press(await stripe.checkout.sessions.create(ORDER), 'card')).status, 303)
  await taken
  assert.deepEqual(
    received.map(({ nth }) => nth),
    [1, 2, 3]
  )
})
