import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { eventQueueName } from '@paidonce/shared/queues'
import { Queue } from 'bullmq'
import { enqueue, refuse, replay } from '../replay/replaying.ts'
import { eventually } from '../support/eventually.ts'
import { openRedis, ownRedis } from '../support/own-redis.ts'
import { nowS, paidAt, startSweptShop } from './swept-shop.ts'

// Older than what each sweep reads again of the last one.
const LONG_AGO_S = 30 * 60

/** A shop whose queue stands still, so that events wait until Redis loses them. */
async function startStillShop(t: TestContext) {
  const redisUrl = await ownRedis(t)
  const queue = new Queue(eventQueueName(0), { connection: openRedis(t, redisUrl) })
  await queue.pause()
  const swept = await startSweptShop(t, { redisUrl })
  // The schedule of sweeps stays: it would be a minute before it is set up again.
  return { ...swept, queue, loseEvents: () => queue.obliterate({ force: true }) }
}

test('an event that waited for long, and was compared while it did, is fetched back when Redis loses it', async t => {
  const { shop, stripe, missed, sweptAgain, gaps, loseEvents } = await startStillShop(t)
  const events = paidAt(nowS() - LONG_AGO_S, 3, 'waited')
  stripe.list(events)
  await shop.deliverAll(events)
  await sweptAgain(2)
  assert.deepEqual(await missed(), [])
  assert.match((await gaps('--within', '10m')).text, /too long ago/)

  await loseEvents()
  await shop.finished(events)
  await sweptAgain()
  assert.equal((await gaps()).code, 0)
  assert.equal((await missed()).length, 3)
})

test('an event that was fetched back, and lost again before a worker took it, is fetched back again', async t => {
  const { shop, stripe, rows, missed, sweptAgain, queue, loseEvents } = await startStillShop(t)
  const events = paidAt(nowS() - LONG_AGO_S, 3, 'twice')
  stripe.list(events)
  await sweptAgain(2)
  assert.equal((await missed()).length, 3)
  assert.equal(await queue.count(), 3)

  await loseEvents()
  await shop.finished(events)
  assert.deepEqual(await rows('select count(*)::int as n from fulfilments'), [{ n: 3 }])
})

test('an event that had failed, waits as its replay, and is lost then, is fetched back', async t => {
  const redisUrl = await ownRedis(t)
  const queue = new Queue(eventQueueName(0), { connection: openRedis(t, redisUrl) })
  const { shop, stripe, rows, missed, sweptAgain } = await startSweptShop(t, { redisUrl })
  const [event] = paidAt(nowS() - LONG_AGO_S, 1, 'revived')
  assert.ok(event)
  stripe.list([event])
  const mend = await refuse(shop, event.type)
  await enqueue(shop, [event], 2)
  const stands = (state: object) =>
    eventually(async () => {
      const [row] = await rows(`
        select failed is not null as failed, attempts > 0 as tried from events where finished is null`)
      assert.deepEqual(row, state)
    })
  await stands({ failed: true, tried: true })
  await sweptAgain(2)
  await replay(shop, { which: { ids: [event.id] } })
  await stands({ failed: false, tried: true })

  await queue.pause()
  await queue.obliterate({ force: true })
  await mend()
  await shop.finished([event])
  assert.deepEqual(await missed(), [event.id])
})

test('what was finished, or given up, is not compared for ever', async t => {
  const { shop, stripe, rows, sweptAgain, queue } = await startStillShop(t)
  const events = paidAt(nowS() - LONG_AGO_S, 3, 'over')
  stripe.list(events)
  await sweptAgain(2)
  await queue.resume()
  await shop.finished(events)
  await sweptAgain(2)
  const [last] = await rows(`
    select extract(epoch from until - since)::int as seconds from sweeps where error is null order by id desc limit 1`)
  assert.ok(last.seconds < LONG_AGO_S, `the last window is still ${last.seconds} s long`)
})
