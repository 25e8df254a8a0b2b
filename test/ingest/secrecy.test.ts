import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkoutEvent } from '../support/events.ts'
import { ownRedisServer } from '../support/own-redis-server.ts'
import { connectRaw, headOf } from '../support/raw-http.ts'
import { nowS, signatureOf } from '../support/signature.ts'
import { type Delivery, startIngest } from '../support/start-ingest.ts'

/** In every secret, body, header and path that the test uses, and nowhere else. */
const MARK = 'm4rk3r'

const SECRETS = `whsec_${MARK}1,whsec_${MARK}2`

const event = () => checkoutEvent('completed', { email: `${MARK}@example.com` })

test('neither log nor reply nor Redis holds what came with a delivery that was not taken', async t => {
  const redis = await ownRedisServer(t)
  const env = { STRIPE_WEBHOOK_SECRET: SECRETS, LOG_LEVEL: 'trace' }
  const ingest = await startIngest(t, { redisUrl: redis.url, env })
  await ingest.becomesReady()
  const body = JSON.stringify(event())
  const signedBy = (secret: string, text = body): Delivery => ({
    body: text,
    headers: { 'stripe-signature': signatureOf({ body: text, secret }), 'x-mark': MARK }
  })
  const withHeader = (value: string): Delivery => ({
    body,
    headers: { 'stripe-signature': value, cookie: MARK }
  })

  const hostile: readonly Delivery[] = [
    { body },
    withHeader(MARK),
    withHeader(`t=${MARK},v1=${MARK}`),
    withHeader(`t=${nowS()},v1=${MARK}`),
    withHeader(signatureOf({ body, secret: MARK, t: 1 })),
    signedBy(`whsec_${MARK}3`),
    ...[`{"${MARK}`, `"${MARK}"`, `{"id":"${MARK}"}`, body.replace('evt_', `evt-${MARK}`)].map(text =>
      signedBy(`whsec_${MARK}1`, text)
    ),
    signedBy(`whsec_${MARK}2`, JSON.stringify({ ...event(), livemode: true })),
    signedBy(`whsec_${MARK}2`, JSON.stringify({ ...event(), type: `${MARK}.created` }))
  ]
  const replies: unknown[] = []
  for (const delivery of hostile) replies.push(await ingest.post(delivery))
  for (const path of [`/${MARK}`, `/%zz${MARK}`, `/webhook/${MARK}`])
    replies.push(await ingest.post(signedBy(MARK), {}, path))
  for (const bytes of [
    `${MARK}\r\n\r\n`,
    `POST /webhook HTTP/1.1\r\nhost: i\r\nx-${MARK}: ${MARK.repeat(4_000)}\r\n\r\n`,
    headOf('x'.repeat(2_000_000), { 'x-mark': MARK })
  ]) {
    const connection = await connectRaw(t, ingest.port)
    connection.send(bytes)
    replies.push(await connection.closed)
  }
  assert.deepEqual(await ingest.queued(), [])
  assert.ok(!(await everythingIn(ingest.redis)).includes(MARK))

  await ingest.redis.replicaof('127.0.0.1', 1)
  replies.push(await ingest.post(signedBy(`whsec_${MARK}1`)))
  await redis.stop()
  replies.push(await ingest.post(signedBy(`whsec_${MARK}1`)))
  ingest.app.kill('SIGTERM')
  await ingest.app.ended

  assert.ok(!JSON.stringify(replies).includes(MARK), 'a reply repeats it')
  const log = ingest.app.lines.join('\n')
  assert.ok(!log.includes(MARK), log)
  for (const code of ['BAD_SIGNATURE', 'NOT_JSON', 'NOT_AN_EVENT', 'QUEUE_UNAVAILABLE'])
    assert.ok(log.includes(code), `the log does not say ${code}`)
})

test('nor does the log hold what came with a delivery that was taken', async t => {
  const ingest = await startIngest(t, { env: { STRIPE_WEBHOOK_SECRET: SECRETS, LOG_LEVEL: 'trace' } })
  await ingest.becomesReady()
  const body = JSON.stringify(event())
  const headers = { 'stripe-signature': signatureOf({ body, secret: `whsec_${MARK}1` }) }
  assert.equal((await ingest.post({ body, headers })).status, 200)
  assert.ok((await everythingIn(ingest.redis)).includes(MARK), 'the look into Redis sees nothing')

  const metrics = await fetch(`${ingest.healthUrl}/metrics`)
  assert.ok(!(await metrics.text()).includes(MARK))
  ingest.app.kill('SIGTERM')
  await ingest.app.ended
  const log = ingest.app.lines.join('\n')
  assert.ok(!log.includes(MARK), log)
})

/** Every key with its value, as text. */
async function everythingIn(redis: Awaited<ReturnType<typeof startIngest>>['redis']): Promise<string> {
  const keys = await redis.keys('*')
  const values = await Promise.all(
    keys.map(async key => {
      const type = await redis.type(key)
      if (type === 'hash') return await redis.hgetall(key)
      if (type === 'list') return await redis.lrange(key, 0, -1)
      if (type === 'stream') return await redis.xrange(key, '-', '+')
      return type
    })
  )
  return JSON.stringify([keys, values])
}
