import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { ownDatabase } from '../support/own-database.ts'
import { ownPostgresServer } from '../support/own-postgres-server.ts'
import { openRedis } from '../support/own-redis.ts'
import { ownRedisServer } from '../support/own-redis-server.ts'
import { startShop } from '../support/shop.ts'

/** One event at a time, so that the others wait. */
const ONE_AT_A_TIME = { CONCURRENCY: '1', STUCK_AFTER: '1s', SHUTDOWN_GRACE_MS: '500' }

const threeOrders = () => Array.from({ length: 3 }, (_, n) => checkoutEvent('completed', { order: `${n}` }))

test('a worker that is stuck ends with exit code 1 and says so, and a new one goes on', async t => {
  const shop = await startShop(t, { workerEnv: ONE_AT_A_TIME })
  const [worker] = shop.workers
  const events = threeOrders()
  const client = await shop.ledger.pool.connect()
  try {
    await client.query('begin')
    await client.query('lock table events')
    await shop.deliverAll(events)
    await eventually(() => assert.match(worker?.lines.join('\n') ?? '', /"code":"STUCK_WORKER"/))
    assert.deepEqual(await worker?.ended, { code: 1, signal: null })
  } finally {
    client.release(true)
  }

  await shop.startWorker()
  await shop.finished(events)
})

test('a worker whose events wait for PostgreSQL is not stuck, and goes on by itself', async t => {
  const postgres = await ownPostgresServer(t)
  const redisServer = await ownRedisServer(t)
  const shop = await startShop(t, {
    databaseUrl: await ownDatabase(t, postgres.url),
    redisUrl: redisServer.url,
    workerEnv: ONE_AT_A_TIME
  })
  const [worker] = shop.workers
  postgres.kill('SIGKILL')
  const events = threeOrders()
  await shop.deliverAll(events)
  await eventually(() => assert.match(worker?.lines.join('\n') ?? '', /PostgreSQL does not work: holding/))

  // A look at jobs that wait asks whether their queue is paused, which nobody else asks meanwhile.
  const redis = openRedis(t, redisServer.url)
  const looks = async () =>
    Number((await redis.info('commandstats')).match(/^cmdstat_hexists:calls=(\d+)/m)?.[1] ?? 0)
  const before = await looks()
  await eventually(async () => assert.ok((await looks()) >= before + 30))

  await postgres.restart()
  await shop.finished(events)
  assert.doesNotMatch(worker?.lines.join('\n') ?? '', /STUCK_WORKER/)
})
