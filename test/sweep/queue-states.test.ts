import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { EventJob } from '@paidonce/shared/event-job'
import { queuedEvent } from '@paidonce/shared/queued-event'
import { eventQueueFor, scheduleQueueName } from '@paidonce/shared/queues'
import { openSchedule } from '@paidonce/worker/redis/schedules'
import { openSweptEvents } from '@paidonce/worker/redis/swept-events'
import { type Job, Queue, UnrecoverableError, Worker } from 'bullmq'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { openRedis, ownRedis } from '../support/own-redis.ts'

const QUEUES = 2

async function openEvents(t: TestContext) {
  const url = await ownRedis(t)
  const redis = openRedis(t, url)
  const events = openSweptEvents(redis, QUEUES, () => undefined)
  t.after(() => events.close())
  return { events, redis, url }
}

function jobOf(order: string): EventJob {
  const event = checkoutEvent('completed', { order })
  return { id: event.id, event, receivedAt: new Date().toISOString(), how: 'sweep' }
}

/** The queue that an event with a job goes to, and a worker over it that does with the job what it is told. */
function workOff(t: TestContext, url: string, job: EventJob, process: (job: Job) => Promise<void>) {
  const worker = new Worker(eventQueueFor(job.id, QUEUES), process, { connection: openRedis(t, url) })
  worker.on('error', () => undefined)
  t.after(() => worker.close(true))
}

test('what waits, is paused, put off or failed has a state; what is completed or gone has none', async t => {
  const { events, redis, url } = await openEvents(t)
  const [waiting, delayed, failed, completed, gone] = ['w', 'd', 'f', 'c', 'g'].map(jobOf) as [
    EventJob,
    EventJob,
    EventJob,
    EventJob,
    EventJob
  ]
  const queueOf = ({ id }: EventJob) => new Queue(eventQueueFor(id, QUEUES), { connection: redis })
  for (const job of [failed, completed]) {
    const { name, data, opts } = queuedEvent(job)
    await queueOf(job).add(name, data, { ...opts, attempts: 1 })
    workOff(t, url, job, async ({ id }) => {
      if (id === failed.id) throw new Error('poisonous')
    })
  }
  await eventually(async () => {
    assert.equal(await queueOf(failed).getJobState(failed.id), 'failed')
    assert.equal(await queueOf(completed).getJobState(completed.id), 'completed')
  })
  for (const job of [waiting, delayed]) await queueOf(job).pause()
  await events.add([waiting])
  const { name, data, opts } = queuedEvent(delayed)
  await queueOf(delayed).add(name, data, { ...opts, delay: 3_600_000 })

  const all = [waiting, delayed, failed, completed, gone]
  assert.deepEqual(
    await events.queued(all.map(({ id }) => id)),
    new Map([
      [waiting.id, 'waiting'],
      [delayed.id, 'delayed'],
      [failed.id, 'failed']
    ])
  )
})

for (const state of ['completed', 'failed'])
  test(`an event whose job is ${state} gets a new one, and one that has a job keeps it`, async t => {
    const { events, redis, url } = await openEvents(t)
    const job = jobOf('again')
    const runs: string[] = []
    workOff(t, url, job, async ({ data }) => {
      runs.push(data.receivedAt)
      if (state === 'failed') throw new UnrecoverableError('poisonous')
    })
    await events.add([job])
    const queue = new Queue(eventQueueFor(job.id, QUEUES), { connection: redis })
    await eventually(async () => assert.equal(await queue.getJobState(job.id), state))

    await queue.pause()
    await events.add([{ ...job, receivedAt: '2030-01-01T00:00:00.000Z' }])
    await events.add([{ ...job, receivedAt: '2031-01-01T00:00:00.000Z' }])
    await queue.resume()
    await eventually(() => assert.deepEqual(runs, [job.receivedAt, '2030-01-01T00:00:00.000Z']))
  })

test('what comes round comes round again in a Redis that has lost its memory, in one worker at a time', async t => {
  const url = await ownRedis(t)
  let underWay = 0
  let most = 0
  let rounds = 0
  const run = async () => {
    most = Math.max(most, ++underWay)
    await new Promise(resolve => setImmediate(resolve))
    underWay -= 1
    rounds += 1
  }
  const schedules = Array.from({ length: 3 }, () => {
    const connection = openRedis(t, url)
    const schedule = openSchedule({
      task: 'sweep',
      when: { every: 50 },
      connection,
      run,
      onError: () => undefined
    })
    t.after(schedule.close)
    void schedule.worker.run()
    return schedule
  })
  const roundsMore = async () => {
    const before = rounds
    await eventually(() => assert.ok(rounds > before + 3, 'it does not come round'))
  }
  for (const { keep } of schedules) await keep()
  await roundsMore()

  const redis = openRedis(t, url)
  await redis.flushdb()
  await schedules[0]?.keep()
  await roundsMore()
  assert.equal(most, 1)
  const queue = new Queue(scheduleQueueName('sweep'), { connection: redis })
  assert.equal((await queue.getJobSchedulers()).length, 1)
})
