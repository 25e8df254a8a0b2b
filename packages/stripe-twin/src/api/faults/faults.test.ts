import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { ORDER, startTwin } from '../twin-for-tests.ts'
import type { Fault } from './fault.ts'

async function start(t: TestContext) {
  const twin = await startTwin(t)
  const url = `${twin.origin}/_twin/faults`
  const post = (faults: unknown, type = 'application/json') =>
    fetch(url, { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify({ faults }) })
  const left = async () => ((await (await fetch(url)).json()) as { faults: Fault[] }).faults
  const { id } = await twin.stripe.checkout.sessions.create(ORDER)
  const ask = (over = {}) => twin.connect('sk_test_any', over).checkout.sessions.retrieve(id)
  return { ...twin, post, left, ask }
}

for (const [kind, expected] of [
  ['rate_limit', { type: 'StripeRateLimitError', statusCode: 429, code: 'rate_limit' }],
  ['lock_timeout', { type: 'StripeRateLimitError', statusCode: 429, code: 'lock_timeout' }],
  ['server_error', { type: 'StripeAPIError', statusCode: 500 }]
] as const) {
  test(`${kind} is what Stripe’s own library takes it for, as often as was asked`, async t => {
    const { post, ask, left } = await start(t)
    await post([{ kind, times: 2 }])
    await assert.rejects(ask(), expected)
    assert.deepEqual(await left(), [{ kind, times: 1 }])
    await assert.rejects(ask(), expected)
    assert.match((await ask()).id, /^cs_test_/)
    assert.deepEqual(await left(), [])
  })
}

test('a refusal says when to come again, and whether to', async t => {
  const { post, ask, origin } = await start(t)
  await post([{ kind: 'rate_limit', retryAfter: 7, shouldRetry: false }])
  const { headers } = await fetch(`${origin}/v1/anything`)
  assert.equal(headers.get('retry-after'), '7')
  assert.equal(headers.get('stripe-should-retry'), 'false')

  await post([{ kind: 'lock_timeout', shouldRetry: true }])
  assert.match((await ask({ maxNetworkRetries: 1 })).id, /^cs_test_/)
  await post([{ kind: 'server_error', shouldRetry: false }])
  await assert.rejects(ask({ maxNetworkRetries: 1 }), { statusCode: 500 })
})

test('a late answer is an answer, and to a client that does not wait there was none', async t => {
  const { post, ask, left } = await start(t)
  await post([{ kind: 'delay', delayMs: 30 }])
  assert.match((await ask()).id, /^cs_test_/)
  await post([{ kind: 'delay', delayMs: 5_000 }])
  await assert.rejects(ask({ timeout: 20 }), { type: 'StripeConnectionError' })
  assert.deepEqual(await left(), [])
})

test('a fault for one path leaves the others alone', async t => {
  const { post, ask, stripe } = await start(t)
  await post([{ kind: 'server_error', path: '/v1/customers' }])
  await ask()
  await assert.rejects(stripe.customers.list(), { statusCode: 500 })
})

test('new faults take the place of those that were left', async t => {
  const { post, left, ask } = await start(t)
  await post([{ kind: 'server_error', times: 5 }])
  await post([])
  assert.deepEqual(await left(), [])
  await ask()
})

for (const [what, faults] of [
  ['a kind that is none', [{ kind: 'earthquake' }]],
  ['a field that is none', [{ kind: 'delay', after: 3 }]],
  ['a path that is none', [{ kind: 'delay', path: 'v1' }]],
  ['a negative count', [{ kind: 'delay', times: -1 }]],
  ['no list', 'delay'],
  ['nothing', undefined]
] as const) {
  test(`${what} is refused, and changes nothing`, async t => {
    const { post, left } = await start(t)
    await post([{ kind: 'delay' }])
    assert.equal((await post(faults)).status, 400)
    assert.deepEqual(await left(), [{ kind: 'delay' }])
  })
}

test('a web page cannot set faults: only JSON is taken, which it would have to ask for', async t => {
  const { post, left, origin } = await start(t)
  assert.equal((await post([{ kind: 'delay' }], 'text/plain')).status, 415)
  assert.deepEqual(await left(), [])
  assert.equal((await fetch(`${origin}/_twin/other`)).status, 404)
})
