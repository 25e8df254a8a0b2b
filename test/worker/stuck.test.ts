import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { eventQueueName } from '@paidonce/shared/queues'
import { watchProgress } from '@paidonce/worker/redis/watch-progress'
import { type Job, Queue, Worker } from 'bullmq'
import { eventually } from '../support/eventually.ts'
import { openRedis, ownRedis } from '../support/own-redis.ts'

type Given = Readonly<{ isHeld?: () => boolean; run?: (job: Job) => Promise<void> }>

/** A worker that takes nothing, for it was never told to run, and one job that waits for it. */
async function idleWorker(t: TestContext, { isHeld = () => false, run = async () => undefined }: Given = {}) {
  const connection = openRedis(t, await ownRedis(t))
  const name = eventQueueName(0)
  const queue = new Queue(name, { connection })
  await queue.add('event', {})
  const worker = new Worker(name, run, { connection, autorun: false })
  t.after(() => worker.close(true))

  const told: string[] = []
  let looks = 0
  const watch = watchProgress({
    worker,
    connection,
    stuckAfterMs: 240,
    isHeld: () => {
      looks++
      return isHeld()
    },
    onStuck: ({ message }) => told.push(message),
    onError: ({ message }) => told.push(message)
  })
  t.after(watch.stop)
  const looked = (times: number) => eventually(() => assert.ok(looks >= times))
  return { queue, worker, told, looked }
}

test('a worker that takes nothing while jobs wait is stuck, and told of once', async t => {
  const { told, looked } = await idleWorker(t)
  await looked(40)
  assert.deepEqual(told, [
    'jobs wait in {stripe-events-0} and this worker takes none: it ends, so that a new one is started'
  ])
})

test('a worker that waits for its database is not stuck', async t => {
  const { told, looked } = await idleWorker(t, { isHeld: () => true })
  await looked(40)
  assert.deepEqual(told, [])
})

test('a worker whose queue an operator paused, or that has nothing to do, is not stuck', async t => {
  const { queue, worker, told } = await idleWorker(t)
  await queue.pause()
  const looks = t.mock.method(Queue.prototype, 'isPaused')
  await eventually(() => assert.ok(looks.mock.callCount() >= 30))
  assert.deepEqual(told, [])

  const counts = t.mock.method(Queue.prototype, 'getJobCountByTypes')
  void worker.run()
  await queue.resume()
  await eventually(async () => assert.equal(await queue.getCompletedCount(), 1))
  const before = counts.mock.callCount()
  await eventually(() => assert.ok(counts.mock.callCount() >= before + 30))
  assert.deepEqual(told, [])
})

test('a worker that cannot keep up is not stuck', async t => {
  const { queue, worker, told } = await idleWorker(t, {
    run: async () => void (await queue.add('event', {}))
  })
  await queue.add('event', {})
  const looks = t.mock.method(Queue.prototype, 'isPaused')
  void worker.run()
  await eventually(() => assert.ok(looks.mock.callCount() >= 40))
  assert.deepEqual(told, [])
})
