import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { mix } from '../mix/mix.ts'
import { playSequence } from '../sequences/play.ts'
import { type Received, type Reply, startReceiver } from '../stripe/start-receiver.ts'
import { type Attempt, type DeliverOptions, deliver } from './deliver.ts'

const SECRET = 'whsec_test'
const { steps } = playSequence('async_payment_failed', { orderId: '1', seed: 's', now: 1_800_000_000 })
const EVENTS = steps.map(({ event }) => ({ event }))
const ONE = EVENTS.slice(0, 1)

const AT_ONCE: DeliverOptions = { delayMs: () => 1 }

async function receive(t: TestContext, reply?: (delivery: Received) => Reply | Promise<Reply>) {
  const receiver = await startReceiver({ secret: SECRET, ...(reply && { reply }) })
  t.after(receiver.stop)
  return { ...receiver, target: { url: receiver.url, secret: SECRET } }
}

/** A clock that is a second later each time it is asked. */
function stepClock() {
  let ms = Date.now()
  return () => {
    ms += 1_000
    return ms
  }
}

test('what is answered 503 twice comes a third time, each time with a fresh signature', async t => {
  const { received, target } = await receive(t, ({ nth }) => (nth < 3 ? 503 : 200))
  const report = await deliver(target, ONE, { ...AT_ONCE, now: stepClock() })
  const times = received.map(({ t: seconds }) => seconds)

  assert.equal(times.length, 3)
  assert.equal(new Set(times).size, 3)
  assert.equal(report.attempts, 3)
  assert.deepEqual([...report.acceptedIds], [EVENTS[0]?.event.id])
})

test('a connection that is cut without an answer is tried again', async t => {
  const { received, target } = await receive(t, ({ nth }) => (nth === 1 ? 'cut' : 200))
  const report = await deliver(target, ONE, AT_ONCE)
  assert.equal(received.length, 2)
  assert.equal(report.delivered[0]?.accepted, true)
})

for (const status of [302, 400, 404, 500]) {
  test(`${status} is not "taken"`, async t => {
    const { target } = await receive(t, () => status)
    const { delivered, acceptedIds } = await deliver(target, ONE, { ...AT_ONCE, retryForMs: 0 })
    assert.deepEqual(
      delivered.map(({ accepted, answer }) => [accepted, answer.status]),
      [[false, status]]
    )
    assert.equal(acceptedIds.size, 0)
  })
}

for (const status of [200, 201, 204]) {
  test(`${status} is "taken"`, async t => {
    const { target } = await receive(t, () => status)
    const { delivered } = await deliver(target, ONE, { ...AT_ONCE, retryForMs: 0 })
    assert.deepEqual(
      delivered.map(({ accepted, attempts }) => [accepted, attempts]),
      [[true, 1]]
    )
  })
}

test('an event that is never taken is given up when its time is over', async t => {
  const { received, target } = await receive(t, () => 503)
  const attempts: Attempt[] = []
  const report = await deliver(target, ONE, {
    delayMs: attempt => attempt,
    retryForMs: 20_000,
    now: stepClock(),
    onAttempt: attempt => attempts.push(attempt)
  })
  assert.equal(report.delivered[0]?.accepted, false)
  assert.equal(report.delivered[0]?.attempts, received.length)
  assert.equal(attempts.at(-1)?.againInMs, null)
  assert.deepEqual(
    attempts.slice(0, -1).map(({ againInMs }) => againInMs),
    attempts.slice(0, -1).map(({ number }) => number)
  )
})

test('nobody who listens is no answer', async t => {
  const { target, stop } = await receive(t)
  await stop()
  const { delivered } = await deliver(target, ONE, { ...AT_ONCE, retryForMs: 0 })
  assert.deepEqual(delivered[0]?.answer, { status: null, reason: 'nobody listens there' })
})

test('a receiver that does not answer in time is no answer', async t => {
  const { target } = await receive(t, () => new Promise<Reply>(() => undefined))
  const { delivered } = await deliver(target, ONE, { timeoutMs: 30, retryForMs: 0 })
  assert.deepEqual(delivered[0]?.answer, { status: null, reason: 'no answer within 0.03 s' })
})

test('another secret is refused, and the refusal says why', async t => {
  const { target, received } = await receive(t)
  const { delivered } = await deliver({ ...target, secret: 'whsec_other' }, ONE, { retryForMs: 0 })
  assert.deepEqual(delivered[0]?.answer, { status: 400, code: 'BAD_SIGNATURE' })
  assert.equal(received.length, 0)
})

test("requests have Stripe's headers", async t => {
  const { received, target } = await receive(t)
  await deliver(target, ONE)
  const headers = received[0]?.headers
  assert.equal(headers?.['user-agent'], 'Stripe/1.0 (+https://stripe.com/docs/webhooks)')
  assert.equal(headers?.accept, '*/*; q=0.5, application/xml')
  assert.equal(headers?.['cache-control'], 'no-cache')
  assert.equal(headers?.['content-type'], 'application/json; charset=utf-8')
})

test('deliveries leave in the order given, and an event that is due later after those due now', async t => {
  const { received, target } = await receive(t)
  const { deliveries } = mix({ orders: 30, seed: 's', now: 1_800_000_000, shuffle: true })
  const [first, ...rest] = deliveries.map(({ event }) => ({ event }))
  assert.ok(first)
  await deliver(target, [{ ...first, atMs: 300 }, ...rest], { concurrency: 1 })
  assert.deepEqual(
    received.map(({ event }) => event.id),
    [...rest, first].map(({ event }) => event.id)
  )
})

test('only as many requests are open as asked for, and all get their turn', async t => {
  const held: (() => void)[] = []
  const marker = EVENTS[0]?.event.id
  let tellFour = () => {}
  const four = new Promise<void>(resolve => {
    tellFour = resolve
  })
  let isHolding = true
  const { received, target } = await receive(t, async ({ event }) => {
    if (held.length === 3) tellFour()
    if (isHolding && event.id !== marker) await new Promise<void>(resolve => held.push(resolve))
    return 200
  })
  const { deliveries } = mix({ orders: 100, seed: 's', now: 1_800_000_000, shuffle: true })
  const running = deliver(target, deliveries, { concurrency: 4 })
  await four
  // Whatever had been sent beside the four would be here before this one.
  await deliver(target, ONE)
  assert.equal(received.length, 4 + 1)

  isHolding = false
  for (const release of held) release()
  assert.equal((await running).acceptedIds.size, deliveries.length)
})

test('an abort ends a delivery that waits for its next attempt', async t => {
  const { target } = await receive(t, () => 503)
  const stop = new AbortController()
  const running = deliver(target, ONE, {
    delayMs: () => 60_000,
    retryForMs: 120_000,
    signal: stop.signal,
    onAttempt: () => stop.abort()
  })
  await assert.rejects(running, { name: 'AbortError' })
})
