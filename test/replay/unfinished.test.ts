import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkInvariants } from '@paidonce/invariants/check-invariants'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { openSweptEvents } from '@paidonce/worker/redis/swept-events'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { openRedis } from '../support/own-redis.ts'
import { startShop } from '../support/shop.ts'
import { enqueue, refuse, replay, replayed } from './replaying.ts'

test('an event that was never finished keeps a job under its own id, whatever its replays come to', async t => {
  const shop = await startShop(t)
  const swept = openSweptEvents(openRedis(t, shop.redisUrl), 1, () => undefined)
  t.after(() => swept.close())
  const row = async (id: string) =>
    (await shop.ledger.pool.query('select attempts, failed, finished from events where id = $1', [id]))
      .rows[0]
  const violated = async () =>
    (
      await checkInvariants({
        databaseUrl: shop.databaseUrl,
        redisUrl: shop.redisUrl,
        rules: { orderIdFrom: ['metadata.order_id'], requireRegistration: false },
        drained: false,
        now: Date.now()
      })
    ).violations

  const [failed, gone, failing] = ['failed', 'gone', 'failing'].map(order =>
    checkoutEvent('completed', { order })
  ) as [StripeEvent, StripeEvent, StripeEvent]
  const ids = [failed, gone, failing].map(({ id }) => id)
  const mend = await refuse(shop, failed.type)
  await enqueue(shop, [failed, gone])
  await shop.deliver(failing)
  await eventually(async () => {
    assert.equal(await shop.events.getFailedCount(), 2)
    assert.equal(await shop.events.getDelayedCount(), 1)
  })
  await shop.events.remove(gone.id)

  await t.test('replayed too early: it fails again, and a sweep or a check still finds its job', async () => {
    await replay(shop, { which: { ids } })
    await eventually(async () => {
      assert.deepEqual([...(await swept.queued(ids)).keys()], ids)
      assert.ok((await row(gone.id)).attempts >= 1 && (await row(gone.id)).failed === null)
    })
    assert.deepEqual(await violated(), [])
  })

  await t.test(
    'mended and replayed: all are finished, and nothing is left that failed or waits',
    async () => {
      await mend()
      await replayed(shop, await replay(shop, { which: { ids } }))
      for (const id of ids) assert.ok((await row(id)).finished)
      await eventually(async () =>
        assert.deepEqual(await shop.events.getJobCounts('failed', 'delayed', 'waiting', 'active'), {
          failed: 0,
          delayed: 0,
          waiting: 0,
          active: 0
        })
      )
      assert.deepEqual(await violated(), [])
    }
  )
})
