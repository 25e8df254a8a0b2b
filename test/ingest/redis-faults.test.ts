import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freePort } from '@paidonce/local-stack/free-port'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { ownRedisServer } from '../support/own-redis-server.ts'
import { type Answer, type Ingest, startIngest } from '../support/start-ingest.ts'

test('an ingest that starts before its Redis answers 503 until it comes', async t => {
  const port = await freePort()
  const ingest = await startIngest(t, { redisUrl: `redis://127.0.0.1:${port}` })
  const event = checkoutEvent('completed')
  await ingest.becomesUnready('redis')
  sentBack(await ingest.deliverInTime(event), 'QUEUE_UNAVAILABLE')
  assert.deepEqual((await ingest.health('/livez')).body, { live: true })

  await ownRedisServer(t, { port })
  await ingest.becomesReady()
  await taken(ingest, event.id, await ingest.deliver(event))
})

test('an ingest whose Redis hangs answers 503 in time, and goes on when it goes on', async t => {
  const redis = await ownRedisServer(t)
  const ingest = await startIngest(t, { redisUrl: redis.url })
  await ingest.becomesReady()
  const event = checkoutEvent('completed')

  redis.kill('SIGSTOP')
  for (const answer of await Promise.all([1, 2, 3].map(() => ingest.deliverInTime(event))))
    sentBack(answer, 'QUEUE_UNAVAILABLE')
  await ingest.becomesUnready('redis')
  assert.equal((await ingest.health('/livez')).status, 200)

  redis.kill('SIGCONT')
  await ingest.becomesReady()
  await taken(ingest, event.id, await ingest.deliver(event))
  assert.deepEqual(await ingest.queued(), [event.id])
})

test('an ingest whose Redis is killed answers 503, and recovers by itself when it is back', async t => {
  // `everysec` may answer before it writes while the disk is slow: docs/decisions/0008.
  const redis = await ownRedisServer(t, { args: ['--appendfsync', 'always'] })
  const ingest = await startIngest(t, { redisUrl: redis.url })
  await ingest.becomesReady()
  const before = checkoutEvent('completed')
  await ingest.deliver(before)

  redis.kill('SIGKILL')
  await ingest.becomesUnready('redis')
  const event = checkoutEvent('completed')
  sentBack(await ingest.deliverInTime(event), 'QUEUE_UNAVAILABLE')

  await redis.restart()
  await ingest.becomesReady()
  await taken(ingest, event.id, await ingest.deliver(event))
  assert.deepEqual(await ingest.queued(), [before.id, event.id].sort())
})

test('an ingest whose Redis became a replica answers 503, on a new connection each time', async t => {
  const redis = await ownRedisServer(t)
  const ingest = await startIngest(t, { redisUrl: redis.url })
  await ingest.becomesReady()
  await ingest.deliver(checkoutEvent('completed'))
  const connections = async () =>
    Number((await ingest.redis.info('stats')).match(/total_connections_received:(\d+)/)?.[1])
  const before = await connections()

  await ingest.redis.replicaof('127.0.0.1', 1)
  const event = checkoutEvent('completed')
  sentBack(await ingest.deliverInTime(event), 'QUEUE_UNAVAILABLE')
  await eventually(async () => assert.equal(await connections(), before + 1))

  await ingest.redis.replicaof('NO', 'ONE')
  await eventually(async () => taken(ingest, event.id, await ingest.deliver(event)))
})

test('an ingest whose Redis is above 70 % of its memory answers 503, and goes on below', async t => {
  const redis = await ownRedisServer(t)
  const ingest = await startIngest(t, { redisUrl: redis.url })
  await ingest.becomesReady()
  const limitTo = async (share: number) => {
    const used = Number((await ingest.redis.info('memory')).match(/^used_memory:(\d+)/m)?.[1])
    await ingest.redis.config('SET', 'maxmemory', Math.round(used / share))
  }

  await limitTo(0.8)
  await ingest.becomesUnready('no room in redis')
  const event = checkoutEvent('completed')
  sentBack(await ingest.deliver(event), 'NO_ROOM')
  assert.deepEqual(await ingest.queued(), [])

  await limitTo(0.6)
  await ingest.becomesReady()
  await taken(ingest, event.id, await ingest.deliver(event))
})

test('an ingest that starts before a full Redis takes nothing', async t => {
  const redis = await ownRedisServer(t, { args: ['--maxmemory', '100kb'] })
  const ingest = await startIngest(t, { redisUrl: redis.url })
  await ingest.becomesUnready('no room in redis')
  sentBack(await ingest.deliver(checkoutEvent('completed')), 'NO_ROOM')
})

test('an ingest whose backlog has reached its limit answers 503 until it is worked off', async t => {
  const ingest = await startIngest(t, { env: { BACKLOG_LIMIT: '3' } })
  await ingest.becomesReady()
  for (let i = 0; i < 3; i += 1) assert.equal((await ingest.deliver(checkoutEvent('completed'))).status, 200)

  await ingest.becomesUnready('no room in redis')
  const event = checkoutEvent('completed')
  sentBack(await ingest.deliver(event), 'NO_ROOM')

  await ingest.queue.drain()
  await ingest.becomesReady()
  await taken(ingest, event.id, await ingest.deliver(event))
})

test('each try to reach a lost Redis is told once, however many queues there are', async t => {
  const redis = await ownRedisServer(t)
  const ingest = await startIngest(t, { redisUrl: redis.url, env: { EVENT_QUEUES: '8' } })
  await ingest.becomesReady()
  await redis.stop()
  await ingest.becomesUnready('redis')

  const refused = () => ingest.app.lines.filter(line => line.includes('ECONNREFUSED'))
  await eventually(() => assert.ok(refused().length >= 3))
  const times = refused().map(line => JSON.parse(line).time)
  assert.equal(new Set(times).size, times.length, refused().join('\n'))
})

function sentBack({ status, body, headers }: Answer, code: string): void {
  assert.deepEqual({ status, body }, { status: 503, body: { error: code } })
  assert.match(headers.get('retry-after') ?? '', /^[1-9]\d*$/)
}

async function taken(ingest: Ingest, id: string, { status, body }: Answer): Promise<void> {
  assert.deepEqual({ status, body }, { status: 200, body: { received: true } })
  assert.ok((await ingest.queued()).includes(id))
}
