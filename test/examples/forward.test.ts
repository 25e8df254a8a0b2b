import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { freePort } from '@paidonce/local-stack/free-port'
import { findPython } from '@paidonce/local-stack/python/find-python'
import type { Announcement } from '@paidonce/shared/outbox-jobs'
import { ANNOUNCEMENT_JOB_OPTIONS, ANNOUNCEMENTS_QUEUE } from '@paidonce/shared/queues'
import { Queue } from 'bullmq'
import Stripe from 'stripe'
import { eventually } from '../support/eventually.ts'
import { openRedis, ownRedis } from '../support/own-redis.ts'
import { node, runProgram, startProgram } from './support/run-program.ts'

const FORWARD_SECRET = 'a secret that both of them know'

const fulfilled = (id: string, order: string): Announcement => ({
  id,
  version: 1,
  kind: 'order.fulfilled',
  at: new Date().toISOString(),
  account: '',
  order,
  data: { payment: `pi_${order}`, amount: 3_000, currency: 'eur' }
})

/** The consumer in Python, on a database of its own. */
async function pythonConsumer(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'paidonce-consumer-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const python = await findPython()
  const [port, database] = [await freePort(), join(folder, 'shop.sqlite')]
  const env = { FORWARD_SECRET, DATABASE: database, PORT: `${port}` }
  const url = `http://127.0.0.1:${port}/`

  const [program, ...args] = python
  const run = (...more: string[]) => ({ command: [program, ...args, ...more] as const, env })
  const look =
    'import os, sqlite3, sys; [print(*row) for row in sqlite3.connect(os.environ["DATABASE"]).execute(sys.argv[1])]'
  return {
    url,
    start: () => startProgram(t, run('examples/consumer-python/consumer.py')),
    /** What it holds: a line for each row. */
    look: async (sql: string) => {
      const { lines, ended } = runProgram(t, run('-c', look, sql))
      assert.equal(await ended, 0, lines.join('\n'))
      return lines
    },
    post: async (body: string, signature: string | undefined) => {
      const headers = signature === undefined ? {} : { 'paidonce-signature': signature }
      return (await fetch(url, { method: 'POST', body, headers })).status
    }
  }
}

/** The queue as paidonce fills it. */
async function announcementsQueue(t: TestContext) {
  const redisUrl = await ownRedis(t)
  const queue = new Queue(ANNOUNCEMENTS_QUEUE, { connection: openRedis(t, redisUrl) })
  queue.on('error', () => undefined)
  const announce = (said: Announcement, jobId = `ann-${said.id}`) =>
    queue.add(said.kind, said, { ...ANNOUNCEMENT_JOB_OPTIONS, jobId })
  return { redisUrl, queue, announce }
}

const startForward = (t: TestContext, redisUrl: string, to: string) =>
  startProgram(t, {
    command: node('examples/forward/dist/main.js'),
    env: { REDIS_URL: redisUrl, FORWARD_TO: to, FORWARD_SECRET }
  })

const sign = (body: string, t = Math.floor(Date.now() / 1000), secret = FORWARD_SECRET) =>
  `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`

test('what is forwarded is done once in Python, also when it comes twice or while nobody was there', async t => {
  const { redisUrl, queue, announce } = await announcementsQueue(t)
  const consumer = await pythonConsumer(t)
  const forward = await startForward(t, redisUrl, consumer.url)

  const early = await announce(fulfilled('1', '1001'))
  await eventually(async () =>
    assert.match((await queue.getJob('ann-1'))?.failedReason ?? '', /nobody answered/)
  )
  await consumer.start()
  await eventually(async () => {
    // So that nobody has to wait for the delay of a retry.
    if (await early.isDelayed()) await early.promote()
    assert.equal(await early.getState(), 'completed')
  })

  const second = await announce(fulfilled('2', '1002'))
  const again = await announce(fulfilled('2', '1002'), 'the-same-again')
  for (const job of [second, again])
    await eventually(async () => assert.equal(await job.getState(), 'completed'))
  assert.deepEqual(await consumer.look('select order_id, count from parcels order by 1'), [
    '1001 1',
    '1002 1'
  ])

  forward.kill('SIGTERM')
  assert.equal(await forward.ended, 0)
})

test('the consumer in Python refuses what is unsigned, forged, changed, old or too large, and does nothing', async t => {
  const consumer = await pythonConsumer(t)
  await consumer.start()
  const body = JSON.stringify(fulfilled('3', '1003'))
  const old = Math.floor(Date.now() / 1000) - 301

  const refused = [
    undefined,
    '',
    't=1,v1=',
    sign(body, undefined, 'another secret of some length'),
    sign(`${body} `),
    sign(body, old),
    sign(body, old + 700),
    sign(body).replace(/t=\d+/, 't=é'),
    `${sign(body)},t=1`
  ]
  for (const signature of refused) assert.equal(await consumer.post(body, signature), 401, signature)
  assert.equal(await consumer.post('x'.repeat(70_000), sign('x')), 413)
  assert.equal(await consumer.post('{}', sign('{}')), 500)
  assert.deepEqual(await consumer.look('select * from heard'), [])

  // With several signatures, as while a secret is changed, one good one is enough.
  const [time = '', good = ''] = sign(body).split(',')
  assert.equal(await consumer.post(body, `${time},v1=00,${good}`), 200)
  assert.deepEqual(await consumer.look('select * from heard'), ['3'])
})

test('the consumer in Python leaves kinds alone that it does not know, and does not start without a secret', async t => {
  const consumer = await pythonConsumer(t)
  await consumer.start()
  const body = JSON.stringify({ ...fulfilled('4', '1004'), kind: 'order.of_next_year' })
  assert.equal(await consumer.post(body, sign(body)), 200)
  assert.deepEqual(await consumer.look('select * from parcels'), [])

  const [program, ...args] = await findPython()
  const command = [program, ...args, 'examples/consumer-python/consumer.py'] as const
  const { ended, lines } = runProgram(t, { command, env: { FORWARD_SECRET: 'short' } })
  assert.equal(await ended, 1)
  assert.match(lines.join('\n'), /^FORWARD_SECRET is required/)
})

test('what is forwarded is signed as Stripe signs, and neither an error nor a redirect counts as done', async t => {
  const { redisUrl, queue, announce } = await announcementsQueue(t)
  const answers = [302, 500]
  const received: string[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const header = String(request.headers['paidonce-signature'])
    const event: unknown = Stripe.webhooks.constructEvent(Buffer.concat(chunks), header, FORWARD_SECRET)
    received.push((event as Announcement).order)
    response.writeHead(answers.shift() ?? 204, { location: '/elsewhere' }).end('a secret answer')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.after(() => server.close())
  await startForward(t, redisUrl, `http://127.0.0.1:${(server.address() as AddressInfo).port}/hear`)

  const job = await announce(fulfilled('5', '1005'))
  for (const status of [302, 500]) {
    await eventually(async () =>
      assert.equal((await queue.getJob('ann-5'))?.failedReason, `the answer was ${status}`)
    )
    await eventually(() => job.promote())
  }
  await eventually(async () => assert.equal(await job.getState(), 'completed'))
  assert.deepEqual(received, ['1005', '1005', '1005'])
})

test('without its settings the forwarder does not start, names each, and repeats no value', async t => {
  const env = { REDIS_URL: 'http://secret', FORWARD_TO: 'secret', FORWARD_SECRET: 'secret' }
  const { ended, lines } = runProgram(t, { command: node('examples/forward/dist/main.js'), env })
  assert.equal(await ended, 1)
  const said = lines.join('\n')
  for (const name of Object.keys(env)) assert.match(said, new RegExp(`${name} must be`))
  assert.doesNotMatch(said, /: secret|\/secret| {4}at /)
})
