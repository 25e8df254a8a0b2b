import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FACTS } from '@paidonce/core/facts/table'
import type { EventJob } from '@paidonce/shared/event-job'
import { EVENT_JOB_OPTIONS, eventQueueName } from '@paidonce/shared/queues'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { Queue } from 'bullmq'
import fc from 'fast-check'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { outcomeOf } from '../support/outcome.ts'
import { openLedger, ownDatabase } from '../support/own-database.ts'
import { openRedis, ownRedis } from '../support/own-redis.ts'
import { startToyWorker } from '../support/toy-worker.ts'
import { toyRefund } from './toy-refund.ts'

/** A refund event of a type that only this test's table knows. */
const refund = (payment: string, amount: number): StripeEvent => ({
  ...checkoutEvent('completed'),
  type: 'toy.refunded',
  data: { object: { payment, amount } }
})

const STORIES = {
  card: (order: string) => [checkoutEvent('completed', { order, payment: `pi_${order}` })],
  delayed: (order: string) => {
    const checkout = { order, session: `cs_${order}`, payment: `pi_${order}` }
    return [
      checkoutEvent('completed', { ...checkout, status: 'unpaid' }),
      checkoutEvent('async_payment_succeeded', checkout)
    ]
  },
  failed: (order: string) => [
    checkoutEvent('completed', { order, payment: `pi_${order}`, status: 'unpaid' }),
    checkoutEvent('async_payment_failed', { order, payment: `pi_${order}` })
  ],
  secondSession: (order: string) => [
    checkoutEvent('async_payment_failed', { order, payment: `pi_${order}_1` }),
    checkoutEvent('completed', { order, payment: `pi_${order}_2` })
  ],
  refunded: (order: string) => [
    checkoutEvent('completed', { order, payment: `pi_${order}` }),
    refund(`pi_${order}`, 1_000),
    refund(`pi_${order}`, 2_500)
  ]
} as const
type Story = keyof typeof STORIES

const ENDS: Record<Story, readonly string[]> = {
  card: ['fulfilled'],
  delayed: ['fulfilled'],
  failed: ['payment_failed'],
  secondSession: ['fulfilled'],
  refunded: ['fulfilled', 'review']
}

test('through Redis and two workers, in any order and twice: every order ends right', async t => {
  const [databaseUrl, redisUrl] = [await ownDatabase(t), await ownRedis(t)]
  const ledger = openLedger(t, databaseUrl)
  const table = { ...FACTS, ...toyRefund }
  startToyWorker(t, { ledger, redisUrl, table })
  startToyWorker(t, { ledger: openLedger(t, databaseUrl), redisUrl, table })
  const queue = new Queue(eventQueueName(0), { connection: openRedis(t, redisUrl) })

  const stories = fc.array(fc.constantFrom(...(Object.keys(STORIES) as Story[])), {
    minLength: 10,
    maxLength: 60
  })
  let runs = 0
  await fc.assert(
    fc.asyncProperty(stories, fc.infiniteStream(fc.nat()), async (all, chance) => {
      runs++
      const orders = all.map((story, index) => ({ story, order: `${runs}-${index}` }))
      const events = orders.flatMap(({ story, order }) => STORIES[story](order))
      const again = events.filter(() => chance.next().value % 4 === 0)
      const jobs = [...events, ...again.map(event => ({ ...event, again: true }))]
        .map(event => ({ job: jobOf(event), rank: chance.next().value }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ job }) => job)

      await queue.addBulk(jobs)
      await eventually(async () => {
        const { waiting, active } = await queue.getJobCounts('waiting', 'active')
        assert.deepEqual([waiting, active], [0, 0])
      })
      assert.equal(await queue.getFailedCount(), 0)
      for (const { story, order } of orders) {
        const { status, refunded, fulfilments } = await outcomeOf(ledger, order)
        assert.ok(ENDS[story].includes(status), `${story} ended as ${status}`)
        assert.equal(refunded, story === 'refunded' ? 2_500 : 0, story)
        assert.equal(fulfilments.length, status === 'fulfilled' ? 1 : 0, story)
      }
    }),
    { numRuns: 25 }
  )
})

/** A second copy gets a job of its own, as a replay does: the ledger, not the queue, must make it harmless. */
function jobOf(event: StripeEvent & Readonly<{ again?: boolean }>) {
  const { again, ...told } = event
  const data: EventJob = {
    id: told.id,
    event: told,
    receivedAt: new Date().toISOString(),
    how: again ? 'replay' : 'webhook'
  }
  return { name: told.type, data, opts: { ...EVENT_JOB_OPTIONS, jobId: again ? `${told.id}-r1` : told.id } }
}

test('replaying an event that is read otherwise now replaces its facts, and settles both orders', async t => {
  const [databaseUrl, redisUrl] = [await ownDatabase(t), await ownRedis(t)]
  const ledger = openLedger(t, databaseUrl)
  const event = checkoutEvent('async_payment_failed', { order: 'wrong', payment: 'pi_1' })
  const misread = checkoutEvent('async_payment_failed', { order: 'right', payment: 'pi_2' })
  const asMisread: StripeEvent = { ...misread, id: event.id }
  startToyWorker(t, { ledger, redisUrl, table: FACTS })
  const queue = new Queue(eventQueueName(0), { connection: openRedis(t, redisUrl) })

  await queue.addBulk([jobOf(event)])
  await eventually(async () => assert.equal((await outcomeOf(ledger, 'wrong')).status, 'payment_failed'))
  await queue.addBulk([jobOf({ ...asMisread, again: true } as StripeEvent)])
  await eventually(async () => assert.equal((await outcomeOf(ledger, 'right')).status, 'payment_failed'))
  assert.equal((await outcomeOf(ledger, 'wrong')).unsettled, true)

  const { rows } = await ledger.pool.query('select payment_id from facts')
  assert.deepEqual(rows, [{ payment_id: 'pi_2' }])
})
