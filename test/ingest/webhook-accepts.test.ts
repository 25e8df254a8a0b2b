import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventQueueName } from '@paidonce/shared/queues'
import { checkoutEvent } from '../support/events.ts'
import { connectRaw, headOf } from '../support/raw-http.ts'
import { SECRET } from '../support/shop.ts'
import { nowS, signatureOf, v1Of } from '../support/signature.ts'
import { type Delivery, type Ingest, signed, startIngest } from '../support/start-ingest.ts'

const SECOND_SECRET = 'whsec_second'

const withSignature = (body: string, signature: string): Delivery => ({
  body,
  headers: { 'stripe-signature': signature }
})

/** What makes the delivery, by the JSON of an event. */
const ACCEPTED: Readonly<Record<string, (body: string) => Delivery>> = {
  'signed now': body => signed(body),
  'signed with the second secret': body => signed(body, SECOND_SECRET),
  'signed 290 s ago': body => withSignature(body, signatureOf({ body, t: nowS() - 290 })),
  'with several v1 of which the last is right': body =>
    withSignature(body, `t=${nowS()},v1=${'0'.repeat(64)},v1=beef,v1=${v1Of({ body })}`),
  'with a v0 beside the v1': body => withSignature(body, `${signatureOf({ body })},v0=${'0'.repeat(64)}`),
  'of Stripe’s own content type': body => typed(body, 'application/json; charset=utf-8'),
  'called a form': body => typed(body, 'application/x-www-form-urlencoded'),
  'of no known type': body => typed(body, 'nothing/known')
}

const typed = (body: string, type: string): Delivery => ({
  body,
  headers: { ...signed(body).headers, 'content-type': type }
})

test('what the webhook accepts', async t => {
  const ingest = await startIngest(t, { env: { STRIPE_WEBHOOK_SECRET: `${SECRET}, ${SECOND_SECRET}` } })
  await ingest.becomesReady()

  for (const [what, delivery] of Object.entries(ACCEPTED)) {
    await t.test(`a delivery ${what} is answered 200 and queued`, async () => {
      const event = checkoutEvent('completed')
      await acceptedAndQueued(ingest, event.id, () => ingest.post(delivery(JSON.stringify(event))))
    })
  }

  await t.test('the job holds the event, when and how it came, and nothing else', async () => {
    const before = Date.now()
    const event = checkoutEvent('completed', { account: 'acct_1' })
    await ingest.deliver(event)
    const { receivedAt, ...job } = (await ingest.queue.getJob(event.id))?.data ?? {}
    assert.deepEqual(job, { id: event.id, event, how: 'webhook' })
    assert.equal(new Date(receivedAt).toISOString(), receivedAt)
    assert.ok(Date.parse(receivedAt) >= before && Date.parse(receivedAt) <= Date.now())
  })

  await t.test('text that is hard to carry arrives as it was sent', async () => {
    const event = checkoutEvent('completed', { email: 'зоя "\\"\u0000\u2028@例え.example' })
    const body = JSON.stringify(event).replace('Ann Example', '\\ud800 alone')
    await ingest.post(signed(body))
    assert.deepEqual((await ingest.queue.getJob(event.id))?.data.event, JSON.parse(body))
  })

  await t.test('a body of just under 1 MiB is taken', async () => {
    const event = checkoutEvent('completed', { email: 'x'.repeat(1_047_000) })
    await acceptedAndQueued(ingest, event.id, () => ingest.deliver(event))
  })

  await t.test('a body that comes in chunks, cut within a character, is taken', async () => {
    const event = checkoutEvent('completed', { email: 'é@example.com' })
    const body = Buffer.from(JSON.stringify(event))
    const cut = body.indexOf('é') + 1
    const connection = await connectRaw(t, ingest.port)
    connection.send(
      headOf(body, { ...signed(body).headers, 'content-length': '', 'transfer-encoding': 'chunked' }).replace(
        'content-length: \r\n',
        ''
      )
    )
    for (const part of [body.subarray(0, cut), body.subarray(cut), Buffer.alloc(0)])
      connection.send(
        Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')])
      )
    assert.match(await connection.receives('"received"'), /^HTTP\/1\.1 200 /)
    assert.deepEqual((await ingest.queue.getJob(event.id))?.data.event, event)
  })

  await t.test('a query string does not matter', async () => {
    const event = checkoutEvent('completed')
    await acceptedAndQueued(ingest, event.id, () => ingest.post(signed(event), {}, '/webhook?from=stripe'))
  })
})

test('with several queues each event goes to its own, and its copy to the same', async t => {
  const ingest = await startIngest(t, { env: { EVENT_QUEUES: '64' } })
  await ingest.becomesReady()
  const events = Array.from({ length: 40 }, () => checkoutEvent('completed'))
  for (const event of [...events, ...events]) assert.equal((await ingest.deliver(event)).status, 200)

  const keys = await ingest.redis.keys('bull:*:evt_*')
  assert.equal(keys.length, events.length)
  assert.ok(new Set(keys.map(key => key.match(/\{.*\}/)?.[0])).size > 10, 'the events share a few queues')
  assert.ok(keys.some(key => !key.includes(eventQueueName(0))))
  assert.ok(!ingest.app.lines.some(line => line.includes('Warning')), ingest.app.lines.join('\n'))
})

async function acceptedAndQueued(ingest: Ingest, id: string, post: () => ReturnType<Ingest['post']>) {
  const before = await ingest.counted('queued')
  const { status, body } = await post()
  assert.deepEqual({ status, body }, { status: 200, body: { received: true } })
  assert.equal(await (await ingest.queue.getJob(id))?.getState(), 'waiting')
  assert.equal(await ingest.counted('queued'), before + 1)
}
