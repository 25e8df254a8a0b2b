import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { EVENT_ATTEMPTS, eventQueueName } from '@paidonce/shared/queues'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { Worker } from 'bullmq'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { openRedis, ownRedis } from '../support/own-redis.ts'
import { startRedisProxy } from '../support/redis-proxy.ts'
import { nowS } from '../support/signature.ts'
import { type Ingest, startIngest } from '../support/start-ingest.ts'

/** Old enough for the look at its job that young events are spared. */
const OLD = nowS() - 90

test('an event that comes twice is one job, and the first copy stays', async t => {
  const ingest = await started(t)
  const event = checkoutEvent('completed', { created: OLD })
  const copy = { ...event, data: { object: { changed: true } } }
  for (const each of [event, event, copy]) assert.equal((await ingest.deliver(each)).status, 200)
  assert.deepEqual(await ingest.queued(), [event.id])
  assert.deepEqual((await ingest.queue.getJob(event.id))?.data.event, event)
})

test('an event that comes fifty times at once is one job', async t => {
  const ingest = await started(t)
  const event = checkoutEvent('completed')
  const answers = await Promise.all(Array.from({ length: 50 }, () => ingest.deliver(event)))
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]))
  assert.deepEqual(await ingest.queued(), [event.id])
})

test('an event whose job failed gets all its attempts again when Stripe sends it again', async t => {
  const { ingest, proxy } = await startedBehindProxy(t)
  const event = checkoutEvent('completed', { created: OLD })
  assert.equal((await ingest.deliver(event)).status, 200)
  assert.equal(await attemptsUntilFailed(t, ingest, event), EVENT_ATTEMPTS)

  proxy.slowDown(200) // so that each copy sees the job failed before one of them has it retried
  const answers = await Promise.all(Array.from({ length: 20 }, () => ingest.deliver(event)))
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]))
  const job = await ingest.queue.getJob(event.id)
  assert.equal(await job?.getState(), 'waiting')
  assert.equal(job?.attemptsMade, 0)
  assert.deepEqual(await ingest.queued(), [event.id])
  assert.equal(await attemptsUntilFailed(t, ingest, event), EVENT_ATTEMPTS)
})

test('a job that failed within the event’s first minute stays failed when a copy comes', async t => {
  const ingest = await started(t)
  const event = checkoutEvent('completed')
  await ingest.deliver(event)
  await attemptsUntilFailed(t, ingest, event)

  assert.equal((await ingest.deliver(event)).status, 200)
  assert.equal(await (await ingest.queue.getJob(event.id))?.getState(), 'failed')
})

test('a copy of an old event whose job waits, or is done, changes nothing', async t => {
  const ingest = await started(t)
  const event = checkoutEvent('completed', { created: OLD })
  await ingest.deliver(event)
  assert.equal((await ingest.deliver(event)).status, 200)
  assert.equal(await (await ingest.queue.getJob(event.id))?.getState(), 'waiting')

  const worker = startWorker(t, ingest, async () => undefined)
  await eventually(async () => assert.equal(await ingest.queue.getCompletedCount(), 1))
  await worker.close()
  assert.equal((await ingest.deliver(event)).status, 200)
  assert.equal(await (await ingest.queue.getJob(event.id))?.getState(), 'completed')
})

test('two events under the id of zeros are two jobs, and a copy of one of them is none', async t => {
  const ingest = await started(t)
  const zeros = (order: string) => ({ ...checkoutEvent('completed', { order }), id: 'evt_00000000000000' })
  const [one, two] = [zeros('1'), zeros('2')]
  for (const event of [one, two, one]) assert.equal((await ingest.deliver(event)).status, 200)

  const ids = await ingest.queued()
  assert.equal(ids.length, 2)
  for (const id of ids) {
    assert.match(id ?? '', /^evt_00000000000000-[0-9a-f]{16}$/)
    assert.equal((await ingest.queue.getJob(id ?? ''))?.data.id, id)
  }
})

test('an old event is answered in time when Redis is slow over each of its commands', async t => {
  const { ingest, proxy } = await startedBehindProxy(t)
  const event = checkoutEvent('completed', { created: OLD })
  await ingest.deliver(event)
  await attemptsUntilFailed(t, ingest, event)

  proxy.slowDown(1_500) // each command ends before its own limit
  const { status, body } = await ingest.deliverInTime(event)
  assert.deepEqual({ status, body }, { status: 503, body: { error: 'QUEUE_UNAVAILABLE' } })

  proxy.slowDown(0)
  await eventually(async () => assert.equal((await ingest.deliver(event)).status, 200))
  assert.equal(await (await ingest.queue.getJob(event.id))?.getState(), 'waiting')
})

async function started(t: TestContext): Promise<Ingest> {
  const ingest = await startIngest(t)
  await ingest.becomesReady()
  return ingest
}

async function startedBehindProxy(t: TestContext) {
  const redisUrl = await ownRedis(t)
  const proxy = await startRedisProxy(t, redisUrl)
  const ingest = await startIngest(t, { redisUrl: proxy.url, lookUrl: redisUrl })
  await ingest.becomesReady()
  return { ingest, proxy }
}

/** Lets a worker fail the event's job for good, and says how often it tried. */
async function attemptsUntilFailed(t: TestContext, ingest: Ingest, event: StripeEvent): Promise<number> {
  let attempts = 0
  const worker = startWorker(t, ingest, async () => {
    attempts += 1
    throw new Error('broken on purpose')
  })
  await eventually(async () =>
    assert.equal(await (await ingest.queue.getJob(event.id))?.getState(), 'failed')
  )
  await worker.close()
  return attempts
}

function startWorker(t: TestContext, ingest: Ingest, work: () => Promise<void>): Worker {
  const url = `redis://${ingest.redis.options.host}:${ingest.redis.options.port}/${ingest.redis.options.db}`
  const worker = new Worker(eventQueueName(0), work, {
    connection: openRedis(t, url),
    settings: { backoffStrategy: () => 0 }
  })
  worker.on('error', () => undefined)
  return worker
}
