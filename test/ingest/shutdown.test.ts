import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { ownRedis } from '../support/own-redis.ts'
import { connectRaw, headOf, type RawConnection } from '../support/raw-http.ts'
import { startRedisProxy } from '../support/redis-proxy.ts'
import { type Ingest, signed, startIngest } from '../support/start-ingest.ts'

/** Longer than any test: only a second signal ends such a drain. */
const FOR_EVER_MS = '600000'

const CLEAN = { code: 0, signal: null }

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`after ${signal} the balancer is told to look away while deliveries are served on`, async t => {
    const ingest = await started(t, { DRAIN_MS: FOR_EVER_MS })
    ingest.app.kill(signal)
    await ingest.becomesUnready('draining')
    assert.equal((await ingest.health('/livez')).status, 200)

    const event = checkoutEvent('completed')
    const answer = await ingest.deliver(event)
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('connection'), 'close')
    assert.deepEqual(await ingest.queued(), [event.id])

    ingest.app.kill(signal)
    assert.deepEqual(await ingest.app.ended, { code: 1, signal: null })
  })
}

test('once it has drained it ends by itself, in good order', async t => {
  const ingest = await started(t, { DRAIN_MS: '200' })
  ingest.app.kill('SIGTERM')
  assert.deepEqual(await ingest.app.ended, CLEAN)
})

test('it ends in good order when Redis is not there', async t => {
  const ingest = await startIngest(t, { redisUrl: 'redis://127.0.0.1:1' })
  await ingest.becomesUnready('redis')
  ingest.app.kill('SIGTERM')
  assert.deepEqual(await ingest.app.ended, CLEAN)
})

test('a delivery in flight at SIGTERM is queued and answered, and keeps nothing open', async t => {
  const redisUrl = await ownRedis(t)
  const proxy = await startRedisProxy(t, redisUrl)
  const ingest = await startIngest(t, { redisUrl: proxy.url, lookUrl: redisUrl, env: { DRAIN_MS: '0' } })
  await ingest.becomesReady()
  const event = checkoutEvent('completed')
  const { body, headers } = signed(event)

  const connection = await connectRaw(t, ingest.port)
  proxy.hold()
  connection.send(headOf(body, headers) + body)
  await proxy.holds(event.id)
  ingest.app.kill('SIGTERM')
  await refusesConnections(ingest)
  proxy.release()

  assert.match(
    await connection.closed,
    /^HTTP\/1\.1 200 [\s\S]*\r\nconnection: close\r\n[\s\S]*\{"received":true\}$/
  )
  assert.deepEqual(await ingest.app.ended, CLEAN)
  assert.deepEqual(await ingest.queued(), [event.id])
})

/** [what is missing when closing begins, and how it is made sure that the rest has arrived by then]. */
for (const [missing, begin] of [
  [
    'the end of its headers',
    async (connection: RawConnection, first: string, second: string) => {
      const cut = second.indexOf('content-length')
      connection.send(first + second.slice(0, cut)) // in one piece, so the answer to the first tells
      await connection.receives('{"received":true}')
      return second.slice(cut)
    }
  ],
  [
    'its body',
    async (connection: RawConnection, first: string, second: string) => {
      connection.send(first)
      await connection.receives('{"received":true}')
      const cut = second.indexOf('\r\n\r\n') + 4
      connection.send(second.slice(0, cut).replace('host:', 'expect: 100-continue\r\nhost:'))
      await connection.receives('100 Continue\r\n\r\n')
      return second.slice(cut)
    }
  ]
] as const) {
  test(`a delivery that lacks ${missing} when closing begins is sent back with 503, not cut`, async t => {
    const ingest = await started(t)
    const connection = await connectRaw(t, ingest.port)
    const rest = await begin(connection, rawDelivery(), rawDelivery())

    ingest.app.kill('SIGTERM')
    await refusesConnections(ingest)
    connection.send(rest)

    const answer = (await connection.closed).split(/(?=HTTP\/1\.1 )/).at(-1) ?? ''
    assert.match(answer, /^HTTP\/1\.1 503 [\s\S]*\r\nretry-after: \d+\r\n[\s\S]*\{"error":"DRAINING"\}$/)
    assert.deepEqual(await ingest.app.ended, CLEAN)
  })
}

test('a sender that never comes to its end does not hold up the closing', async t => {
  const ingest = await started(t)
  const [idle, slow] = [await connectRaw(t, ingest.port), await connectRaw(t, ingest.port)]
  slow.send(headOf('a body', { expect: '100-continue' }))
  await slow.receives('100 Continue')

  ingest.app.kill('SIGTERM')
  assert.deepEqual(await ingest.app.ended, CLEAN)
  await Promise.all([idle.closed, slow.closed])
})

function rawDelivery(): string {
  const { body, headers } = signed(checkoutEvent('completed'))
  return headOf(body, headers) + body
}

async function started(t: TestContext, env: Readonly<Record<string, string>> = {}): Promise<Ingest> {
  const ingest = await startIngest(t, { env })
  await ingest.becomesReady()
  return ingest
}

/** From here on it is closing, no longer draining. */
const refusesConnections = ({ fetch }: Ingest) =>
  eventually(() =>
    assert.rejects(
      () => fetch('/', {}),
      error => (error as { cause?: { code?: string } }).cause?.code === 'ECONNREFUSED'
    )
  )
