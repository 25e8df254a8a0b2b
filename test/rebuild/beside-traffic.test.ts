import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FACTS } from '@paidonce/core/facts/table'
import { checkInvariants } from '@paidonce/invariants/check-invariants'
import { EVENT_JOB_OPTIONS, eventQueueName } from '@paidonce/shared/queues'
import { Queue } from 'bullmq'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { openLedger, ownDatabase } from '../support/own-database.ts'
import { openRedis, ownRedis } from '../support/own-redis.ts'
import { startToyWorker } from '../support/toy-worker.ts'
import { DEAF, RULES, rebuilt, settleBy } from './read-wrong.ts'

const ORDERS = 200

test('a rebuild beside workers that settle events of the same orders: each is fulfilled once, and everything holds', async t => {
  const [databaseUrl, redisUrl] = [await ownDatabase(t), await ownRedis(t)]
  const ledger = openLedger(t, databaseUrl)
  const queue = new Queue(eventQueueName(0), { connection: openRedis(t, redisUrl) })
  const checkouts = Array.from({ length: ORDERS }, (_, index) => ({
    order: `o${index}`,
    session: `cs_${index}`,
    payment: `pi_${index}`
  }))
  // Old events say that the money is awaited; nobody heard them. What comes meanwhile says that it is there, or will not come.
  const old = checkouts.map(checkout => checkoutEvent('completed', { ...checkout, status: 'unpaid' }))
  await settleBy(DEAF, ledger, old)
  const live = checkouts.map((checkout, index) =>
    checkoutEvent(index % 4 === 0 ? 'async_payment_failed' : 'async_payment_succeeded', checkout)
  )
  const receivedAt = new Date().toISOString()
  const jobs = [...live, ...old.filter((_, index) => index % 3 === 0)].map(event => ({
    name: event.type,
    data: { id: event.id, event, receivedAt, how: 'webhook' },
    opts: { ...EVENT_JOB_OPTIONS, jobId: event.id }
  }))
  startToyWorker(t, { ledger, redisUrl, table: FACTS })
  startToyWorker(t, { ledger: openLedger(t, databaseUrl), redisUrl, table: FACTS })
  await queue.addBulk(jobs)
  const { failures } = await rebuilt(ledger, { batch: 20 })
  assert.deepEqual(failures, [])
  await eventually(async () => {
    const { waiting, active } = await queue.getJobCounts('waiting', 'active')
    assert.deepEqual([waiting, active], [0, 0])
  })
  assert.equal((await rebuilt(ledger, { name: 'again' })).changed, 0)

  const { rows } = await ledger.pool.query(
    'select status, count(*)::int as n from orders group by 1 order by 1'
  )
  assert.deepEqual(rows, [
    { status: 'fulfilled', n: (ORDERS * 3) / 4 },
    { status: 'payment_failed', n: ORDERS / 4 }
  ])
  const { violations } = await checkInvariants({
    databaseUrl,
    redisUrl,
    rules: RULES,
    drained: false,
    now: Date.now()
  })
  assert.deepEqual(violations, [])
})
