import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkoutEvent } from '../support/events.ts'
import { connectRaw, headOf } from '../support/raw-http.ts'
import { nowS, signatureOf, v1Of } from '../support/signature.ts'
import { type Delivery, type Ingest, signed, startIngest } from '../support/start-ingest.ts'

const EVENT = checkoutEvent('completed')
const BODY = JSON.stringify(EVENT)

const headed = (signature: string): Delivery => ({ body: BODY, headers: { 'stripe-signature': signature } })
const timed = (t: string | number) => headed(signatureOf({ body: BODY, t }))
const changed = (part: object) => signed({ ...EVENT, ...part })

/** `depth` arrays around nothing, as the event's object; built as text, since no generator of JSON goes so deep. */
const nested = (depth: number) =>
  BODY.replace('"locale":null', `"locale":${'['.repeat(depth)}${']'.repeat(depth)}`)

const BOM = Buffer.from([0xef, 0xbb, 0xbf])
const INVALID_UTF8 = Buffer.from(BODY.replace('Ann', 'A\xffn'), 'latin1')

/** [code, what is wrong with it, the delivery], made when it is sent: a signature does not keep. */
const REFUSED: readonly (readonly [code: string, what: string, delivery: () => Delivery])[] = [
  ['MISSING_SIGNATURE', 'without a signature', () => ({ body: BODY })],
  ['MALFORMED_SIGNATURE', 'with an empty signature', () => headed('')],
  ['MALFORMED_SIGNATURE', 'with a signature that is garbage', () => headed('garbage=,;%00=')],
  [
    'MALFORMED_SIGNATURE',
    'with a signature that looks like a list',
    () => headed(`["${signatureOf({ body: BODY })}"]`)
  ],
  ['MALFORMED_SIGNATURE', 'signed at no time', () => headed(`v1=${v1Of({ body: BODY, t: '' })}`)],
  ['MALFORMED_SIGNATURE', 'signed at two times', () => headed(`t=${nowS()},${signatureOf({ body: BODY })}`)],
  ['MALFORMED_SIGNATURE', 'signed at NaN', () => timed('NaN')],
  ['MALFORMED_SIGNATURE', 'signed at a number with a tail', () => timed(`${nowS()}abc`)],
  ['MALFORMED_SIGNATURE', 'signed at half a second', () => timed(`${nowS()}.5`)],
  ['MALFORMED_SIGNATURE', 'signed at a number with a sign', () => timed(`+${nowS()}`)],
  ['MALFORMED_SIGNATURE', 'signed at an empty time', () => timed('')],
  ['STALE_SIGNATURE', 'signed 310 s ago', () => timed(nowS() - 310)],
  ['STALE_SIGNATURE', 'signed in 310 s', () => timed(nowS() + 310)],
  ['MALFORMED_SIGNATURE', 'signed at a time in milliseconds', () => timed(Date.now())],
  ['BAD_SIGNATURE', 'signed with another secret', () => signed(BODY, 'whsec_other')],
  [
    'BAD_SIGNATURE',
    'whose body was changed by a digit',
    () => ({ ...signed(BODY), body: BODY.replace('3000', '3001') })
  ],
  ['BAD_SIGNATURE', 'whose body grew by a blank', () => ({ ...signed(BODY), body: `${BODY} ` })],
  [
    'BAD_SIGNATURE',
    'whose time was changed',
    () => headed(`t=${nowS()},v1=${v1Of({ body: BODY, t: nowS() - 1 })}`)
  ],
  ['BAD_SIGNATURE', 'with a time only', () => headed(`t=${nowS()}`)],
  ['BAD_SIGNATURE', 'with an empty v1', () => headed(`t=${nowS()},v1=`)],
  ['BAD_SIGNATURE', 'with the right signature as v0', () => headed(`t=${nowS()},v0=${v1Of({ body: BODY })}`)],
  ['BAD_SIGNATURE', 'with a v1 of some length', () => headed(`t=${nowS()},v1=${'é'.repeat(3_000)}`)],
  ['NOT_JSON', 'with no body', () => signed('')],
  ['NOT_JSON', 'of half an object', () => signed('{"object":"event"')],
  ['NOT_JSON', 'of two objects', () => signed('{}{}')],
  ['NOT_JSON', 'of a form', () => signed('id=evt_1&object=event')],
  [
    'NOT_JSON',
    'with a BOM that was not signed',
    () => ({ ...signed(BODY), body: Buffer.concat([BOM, Buffer.from(BODY)]) })
  ],
  ['BAD_SIGNATURE', 'with a BOM that was signed', () => signed(Buffer.concat([BOM, Buffer.from(BODY)]))],
  ['BAD_SIGNATURE', 'of invalid UTF-8', () => signed(INVALID_UTF8)],
  [
    'NOT_JSON',
    'of invalid UTF-8, signed as if it were mended',
    () => ({ ...signed(INVALID_UTF8.toString()), body: INVALID_UTF8 })
  ],
  ...(
    [
      'null',
      '5',
      '[]',
      '"x"',
      'true',
      '{}',
      '{"object":"event"}',
      '{"__proto__":{"object":"event"}}'
    ] as const
  ).map(body => ['NOT_AN_EVENT', `of ${body}`, () => signed(body)] as const),
  ['NOT_AN_EVENT', 'of 100000 arrays', () => signed('['.repeat(100_000) + ']'.repeat(100_000))],
  ['NOT_AN_EVENT', 'of an event 100000 deep', () => signed(nested(100_000))],
  ...[
    5,
    null,
    '',
    'evt_',
    `evt_${'a'.repeat(201)}`,
    'evt_1-2',
    'evt_1:2',
    ' evt_1',
    'evt_1\n',
    'cs_1',
    ['evt_1']
  ].map(
    id => ['NOT_AN_EVENT', `with the id ${JSON.stringify(id).slice(0, 20)}`, () => changed({ id })] as const
  ),
  ['NOT_AN_EVENT', 'of another object', () => changed({ object: 'charge' })],
  ['NOT_AN_EVENT', 'with a type that is none', () => changed({ type: 'checkout.session.completed\n' })],
  ['NOT_AN_EVENT', 'created at a text', () => changed({ created: '2026-11-24' })],
  ['NOT_AN_EVENT', 'that does not say its mode', () => changed({ livemode: 'false' })],
  ['NOT_AN_EVENT', 'with an account of another form', () => changed({ account: '1' })],
  ['NOT_AN_EVENT', 'without an object inside', () => changed({ data: {} })],
  ['NOT_AN_EVENT', 'with a list inside', () => changed({ data: { object: [] } })]
]

test('what the webhook refuses', async t => {
  const ingest = await startIngest(t)
  await ingest.becomesReady()
  const marked = await markersIn(ingest)

  for (const [code, what, delivery] of REFUSED) {
    await t.test(`a delivery ${what} is answered 400 ${code}, and nothing is queued`, async () => {
      const before = await ingest.counted(code)
      const { status, body } = await ingest.post(delivery())
      assert.deepEqual({ status, body }, { status: 400, body: { error: code } })
      assert.equal(await ingest.counted(code), before + 1)
      await marked.alone()
    })
  }

  await t.test('a delivery with two signature headers is answered 400, and nothing is queued', async () => {
    const connection = await connectRaw(t, ingest.port)
    const line = `stripe-signature: ${signatureOf({ body: BODY })}\r\n`
    connection.send(headOf(BODY).replace(/\r\n\r\n$/, `\r\n${line}${line}\r\n`) + BODY)
    assert.match(
      await connection.receives('"error"'),
      /^HTTP\/1\.1 400 [\s\S]*\{"error":"MALFORMED_SIGNATURE"\}$/
    )
    await marked.alone()
  })

  await t.test('after all of it the very same event, signed well, is taken', async () => {
    assert.equal((await ingest.post(signed(BODY))).status, 200)
    assert.ok((await ingest.queued()).includes(EVENT.id))
  })
})

test('what the webhook takes note of and does not queue', async t => {
  const ingest = await startIngest(t)
  await ingest.becomesReady()
  const marked = await markersIn(ingest)
  const thin = {
    id: 'evt_test_1',
    object: 'v2.core.event',
    created: '2026-11-24T00:00:00.000Z',
    livemode: false
  }

  for (const [reason, what, event] of [
    ['type_not_acted_on', 'an event of a type we do not act on', { ...EVENT, type: 'invoice.created' }],
    [
      'type_not_acted_on',
      'an event whose type every JavaScript object knows',
      { ...EVENT, type: 'constructor' }
    ],
    [
      'type_not_acted_on',
      'a live event of a type we do not act on',
      { ...EVENT, type: 'a.b', livemode: true }
    ],
    ['thin_event', 'a thin event', { ...thin, type: 'v1.checkout.session.completed' }],
    ['thin_event', 'the ping of an event destination', { ...thin, type: 'v2.core.event_destination.ping' }]
  ] as const) {
    await t.test(`${what} is answered 200, counted, and not queued`, async () => {
      const before = await ingest.counted(reason)
      const { status, body } = await ingest.post(signed(event))
      assert.deepEqual({ status, body }, { status: 200, body: { received: true } })
      assert.equal(await ingest.counted(reason), before + 1)
      await marked.alone()
    })
  }
})

test('an ingest for live events takes note of a test event, and queues a live one', async t => {
  const ingest = await startIngest(t, { env: { STRIPE_MODE: 'live' } })
  await ingest.becomesReady()
  const { status, body } = await ingest.deliver(checkoutEvent('completed', { livemode: false }))
  assert.deepEqual({ status, body }, { status: 200, body: { received: true } })
  assert.equal(await ingest.counted('test_event'), 1)

  const live = checkoutEvent('completed', { livemode: true })
  assert.equal((await ingest.deliver(live)).status, 200)
  assert.deepEqual(await ingest.queued(), [live.id])
})

test('an ingest for test events sends a live one back to Stripe', async t => {
  const ingest = await startIngest(t)
  await ingest.becomesReady()
  const { status, body, headers } = await ingest.deliver(checkoutEvent('completed', { livemode: true }))
  assert.deepEqual({ status, body }, { status: 503, body: { error: 'LIVE_EVENT_AT_TEST_INGEST' } })
  assert.match(headers.get('retry-after') ?? '', /^\d+$/)
  assert.equal(await ingest.counted('LIVE_EVENT_AT_TEST_INGEST'), 1)

  const marker = checkoutEvent('completed')
  assert.equal((await ingest.deliver(marker)).status, 200)
  assert.deepEqual(await ingest.queued(), [marker.id])
})

test('nothing but POST /webhook is found, whatever is sent there', async t => {
  const ingest = await startIngest(t)
  await ingest.becomesReady()
  const json = { 'content-type': 'application/json' }
  for (const [path, init] of [
    ['/', {}],
    ['/webhook', {}],
    ['/webhook', { method: 'PUT', body: BODY }],
    ['/webhook', { method: 'DELETE' }],
    ['/webhook/', { method: 'POST', body: BODY }],
    ['/readyz', {}],
    ['/metrics', {}],
    ['/other', { method: 'POST', body: '{', headers: json }],
    ['/other', { method: 'POST', body: 'x', headers: { 'content-type': 'nothing/known' } }]
  ] as const) {
    const { status, body } = await ingest.fetch(path, init)
    assert.deepEqual({ status, body }, { status: 404, body: { error: 'NOT_FOUND' } }, path)
  }
  const { status, body } = await ingest.fetch('/%zz-secret', {})
  assert.deepEqual({ status, body }, { status: 400, body: { error: 'BAD_REQUEST' } })
})

/** Proves that something was not queued: a marker sent after it is, and nothing but such markers. */
async function markersIn(ingest: Ingest) {
  const markers: string[] = []
  return {
    alone: async () => {
      const marker = checkoutEvent('completed')
      markers.push(marker.id)
      assert.equal((await ingest.deliver(marker)).status, 200)
      assert.deepEqual(await ingest.queued(), markers.toSorted())
    }
  }
}
