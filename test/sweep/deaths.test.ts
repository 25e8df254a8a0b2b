import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { eventQueueName } from '@paidonce/shared/queues'
import { UnrecoverableError, Worker } from 'bullmq'
import { openRedis } from '../support/own-redis.ts'
import { ownRedisServer } from '../support/own-redis-server.ts'
import { nowS, paidAt, startSweptShop } from './swept-shop.ts'

test('what was accepted and not finished comes back when Redis has lost its memory, and so does the schedule', async t => {
  const { shop, stripe, rows } = await startSweptShop(t)
  const [worker] = shop.workers
  worker?.kill('SIGKILL')
  await worker?.ended
  const accepted = paidAt(nowS(), 20, 'accepted')
  await shop.deliverAll(accepted)
  await openRedis(t, shop.redisUrl).flushdb()
  stripe.list(accepted)
  await shop.startWorker()
  await shop.finished(accepted)
  assert.deepEqual(await rows('select count(*)::int as n from fulfilments'), [{ n: 20 }])
})

test('two workers sweep one at a time, and one that is killed in the middle leaves no gap', async t => {
  const { shop, stripe, rows } = await startSweptShop(t)
  const events = paidAt(nowS(), 450, 'killed')
  let kills = 0
  stripe.list(events)
  stripe.when(({ params }) => {
    if (!params.has('starting_after') || kills > 0) return undefined
    kills += 1
    for (const worker of shop.workers) worker.kill('SIGKILL')
    return 'hang'
  })
  await Promise.all(shop.workers.map(({ ended }) => ended))
  assert.equal(kills, 1)
  await Promise.all([shop.startWorker(), shop.startWorker()])
  await shop.finished(events)
  assert.equal(stripe.mostAtOnce(), 1)
  assert.deepEqual(await rows('select count(*)::int as n from fulfilments'), [{ n: 450 }])
})

test('SIGTERM in the middle of a sweep ends it cleanly', async t => {
  const { shop, stripe } = await startSweptShop(t)
  const [worker] = shop.workers
  let isStopped = false
  stripe.list(paidAt(nowS(), 150, 'stopped'))
  stripe.when(({ params }) => {
    if (isStopped || !params.has('starting_after')) return undefined
    isStopped = true
    worker?.kill('SIGTERM')
    return 500
  })
  assert.deepEqual(await worker?.ended, { code: 0, signal: null })
})

test('Redis killed in the middle of a sweep: the same worker goes on, and leaves no gap', async t => {
  const redis = await ownRedisServer(t, { args: ['--appendonly', 'yes', '--appendfsync', 'always'] })
  const { shop, stripe } = await startSweptShop(t, { redisUrl: redis.url })
  const events = paidAt(nowS(), 150, 'redis')
  let isKilled = false
  stripe.list(events)
  stripe.when(async ({ params }) => {
    if (isKilled || !params.has('starting_after')) return undefined
    isKilled = true
    redis.kill('SIGKILL')
    await redis.restart()
    return undefined
  })
  await shop.finished(events)
  assert.ok(isKilled)
  const [worker] = shop.workers
  worker?.kill('SIGTERM')
  assert.deepEqual(await worker?.ended, { code: 0, signal: null })
})

test('an event whose job failed, which nobody lived to show, is fetched back', async t => {
  const { shop, stripe } = await startSweptShop(t, { workers: 0 })
  const events = paidAt(nowS(), 1, 'unseen')
  await shop.deliverAll(events)
  await takeAndFail(t, shop.redisUrl)
  stripe.list(events)
  await shop.startWorker()
  await shop.finished(events)
})

/** As a worker that died between the end of its job and its row in the ledger. */
async function takeAndFail(t: TestContext, redisUrl: string) {
  const dying = new Worker(eventQueueName(0), null, { connection: openRedis(t, redisUrl) })
  const token = randomUUID()
  const taken = await dying.getNextJob(token)
  await taken?.moveToFailed(new UnrecoverableError('job stalled more than allowable limit'), token)
  await dying.close()
}
