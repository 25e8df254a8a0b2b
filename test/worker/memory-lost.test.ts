import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startMail } from '@paidonce/local-stack/mail/start-mail'
import type { Announcement } from '@paidonce/shared/outbox-jobs'
import { ANNOUNCEMENTS_QUEUE, LETTERS_QUEUE } from '@paidonce/shared/queues'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { Queue, Worker } from 'bullmq'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { openRedis } from '../support/own-redis.ts'
import { ownRedisServer } from '../support/own-redis-server.ts'
import { startShop } from '../support/shop.ts'

const paid = (order: string) => checkoutEvent('completed', { order, payment: `pi_${order}` })

test('Redis loses all it holds: what is finished stays, what is owed is handed over again, the rest comes when it is sent again', async t => {
  const redis = await ownRedisServer(t, { args: ['--appendonly', 'no', '--save', ''] })
  const mail = await startMail()
  t.after(() => mail.stop())
  mail.answer(() => ({ code: 451, message: 'later' }))
  const shop = await startShop(t, { redisUrl: redis.url, env: { SMTP_URL: mail.smtpUrl } })
  const connection = openRedis(t, redis.url)
  const announcements = new Queue(ANNOUNCEMENTS_QUEUE, { connection })
  const letters = new Queue(LETTERS_QUEUE, { connection })
  for (const queue of [announcements, letters]) queue.on('error', () => undefined)

  const failed = checkoutEvent('async_payment_failed', { order: 'failed', payment: 'pi_failed' })
  const finished: StripeEvent[] = [paid('m1'), paid('m2'), failed]
  await shop.deliverAll(finished)
  await shop.finished(finished)
  await eventually(async () => {
    assert.equal(await announcements.getWaitingCount(), 3)
    assert.equal(await letters.getDelayedCount(), 1)
  })
  const [worker] = shop.workers
  worker?.kill('SIGKILL')
  await worker?.ended
  const accepted = [paid('m3'), paid('m4')]
  await shop.deliverAll(accepted)

  redis.kill('SIGKILL')
  await redis.restart()
  await eventually(async () => assert.equal(await announcements.getWaitingCount(), 0))

  mail.answer(() => undefined)
  const heard: string[] = []
  const shopsOwn = new Worker<Announcement>(
    ANNOUNCEMENTS_QUEUE,
    async ({ data }) => void heard.push(data.order),
    { connection: openRedis(t, redis.url) }
  )
  shopsOwn.on('error', () => undefined)
  t.after(() => shopsOwn.close(true))
  // As if they had been handed over long ago.
  for (const outbox of ['letters', 'announcements'])
    await shop.ledger.pool.query(`update ${outbox} set handed_over = now() - interval '2 minutes'`)
  await shop.startWorker()
  await eventually(() => assert.deepEqual([...heard].sort(), ['failed', 'm1', 'm2']))
  await eventually(() => assert.equal(mail.letters().length, 1))

  await shop.deliverAll([...finished, ...accepted])
  await shop.finished(accepted)
  await eventually(() => assert.deepEqual([...heard].sort(), ['failed', 'm1', 'm2', 'm3', 'm4']))
  const { rows } = await shop.ledger.pool.query('select order_id from fulfilments order by order_id')
  assert.deepEqual(
    rows.map(({ order_id }) => order_id),
    ['m1', 'm2', 'm3', 'm4']
  )
  assert.equal(mail.letters().length, 1)
})
