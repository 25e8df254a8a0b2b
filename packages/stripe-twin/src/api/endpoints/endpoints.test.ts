import assert from 'node:assert/strict'
import { test } from 'node:test'
import { API_VERSION } from '../../stripe/api-version.ts'
import { startTwin } from '../twin-for-tests.ts'

test('to begin with there is the endpoint that the twin delivers to', async t => {
  const { stripe, webhook } = await startTwin(t)
  const { data } = await stripe.webhookEndpoints.list()
  assert.deepEqual(
    data.map(({ url, enabled_events, api_version, status, livemode }) => [
      url,
      enabled_events,
      api_version,
      status,
      livemode
    ]),
    [[webhook.url, ['*'], API_VERSION, 'enabled', false]]
  )
  const [endpoint] = data
  assert.equal((await stripe.webhookEndpoints.retrieve(endpoint?.id ?? '')).url, webhook.url)
  await assert.rejects(stripe.webhookEndpoints.retrieve('we_gone'), { statusCode: 404 })
})

test('others can be said instead, of any kind', async t => {
  const { stripe, origin } = await startTwin(t)
  const post = (webhook_endpoints: unknown) =>
    fetch(`${origin}/_twin/webhook_endpoints`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ webhook_endpoints })
    })
  const url = 'https://shop.example/webhook'
  const old = { url, enabled_events: ['charge.refunded'], api_version: '2020-08-27', status: 'disabled' }
  assert.equal((await post([old, { url, livemode: true }])).status, 200)
  const { data } = await stripe.webhookEndpoints.list()
  assert.equal(new Set(data.map(({ id }) => id)).size, 2)
  assert.deepEqual(
    data.map(({ api_version, status, livemode }) => [api_version, status, livemode]),
    [
      ['2020-08-27', 'disabled', false],
      [API_VERSION, 'enabled', true]
    ]
  )
  for (const wrong of ['none', [{}], [{ url: 'x' }], [{ url, status: 'asleep' }], [{ url, other: 1 }]])
    assert.equal((await post(wrong)).status, 400)
  assert.equal((await stripe.webhookEndpoints.list()).data.length, 2)
})

test('the account has an id, and every answer says what time it is', async t => {
  const { stripe, origin } = await startTwin(t)
  assert.match((await stripe.accounts.retrieveCurrent()).id, /^acct_/)
  const { headers } = await fetch(`${origin}/v1/account`)
  assert.ok(Number.isFinite(Date.parse(headers.get('date') ?? '')))
})
