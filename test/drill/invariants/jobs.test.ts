import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { eventQueueName, LETTERS_QUEUE } from '@paidonce/shared/queues'
import { Worker } from 'bullmq'
import { openRedis } from '../../support/own-redis.ts'
import { finishedRun } from './finished-run.ts'

test('a job that waits is seen and named', async t => {
  const { violated, queue } = await finishedRun(t)
  await queue(LETTERS_QUEUE).add('payment_failed', {}, { jobId: 'letter-7' })
  assert.deepEqual(await violated(), { 'no job waits or is active': { job: 'letter-7' } })
})

test('a job that is completed though nothing was committed is seen and named', async t => {
  const { violated, queue, redisUrl } = await finishedRun(t)
  await queue(eventQueueName(0)).add('event', {}, { jobId: 'evt_lost' })
  await runOne(t, { redisUrl, queue: eventQueueName(0), end: 'completed' })
  assert.deepEqual(await violated(), {
    'each event whose job is completed is finished in the ledger': { event: 'evt_lost', job: 'evt_lost' }
  })
})

for (const [queue, job] of [
  [eventQueueName(0), 'evt_failed'],
  [LETTERS_QUEUE, 'letter-1']
] as const) {
  test(`a failed job of ${queue} that no row shows is seen and named`, async t => {
    const { violated, plant, queue: open, redisUrl } = await finishedRun(t)
    await plant(`update letters set status = 'owed'`)
    await open(queue).add('job', {}, { jobId: job })
    await runOne(t, { redisUrl, queue, end: 'failed' })
    const { 'each job that failed is shown to an operator in the database': seen } = await violated()
    assert.deepEqual(seen, { job })
  })
}

test('a failed job of a letter that was given up violates nothing', async t => {
  const { violated, plant, queue, redisUrl } = await finishedRun(t)
  await plant(`update letters set status = 'given_up'`)
  await queue(LETTERS_QUEUE).add('job', {}, { jobId: 'letter-1' })
  await runOne(t, { redisUrl, queue: LETTERS_QUEUE, end: 'failed' })
  assert.deepEqual(await violated(), {})
})

type OneJob = Readonly<{ redisUrl: string; queue: string; end: 'completed' | 'failed' }>

/** Resolves when the next job of the queue has come to this end. */
async function runOne(t: TestContext, { redisUrl, queue, end }: OneJob): Promise<void> {
  const work = async () => {
    if (end === 'failed') throw new Error('planted')
  }
  const worker = new Worker(queue, work, { connection: openRedis(t, redisUrl) })
  t.after(() => worker.close(true))
  await new Promise(resolve => worker.once(end, resolve))
}
