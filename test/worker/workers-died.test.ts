import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { startShop } from '../support/shop.ts'
import { FORGIVEN, takeAndDie } from '../support/take-and-die.ts'

test('an event whose workers all died is failed where an operator sees it, and kept', async t => {
  const shop = await startShop(t, { workers: 0 })
  const event = checkoutEvent('completed', { order: 'd1' })
  await shop.deliver(event)
  await takeAndDie(t, shop)
  await shop.startWorker()

  const row = await eventually(async () => {
    const { rows } = await shop.ledger.pool.query('select * from events where id = $1', [event.id])
    assert.ok(rows[0]?.failed)
    return rows[0]
  })
  assert.equal(row.error_code, 'WORKERS_DIED')
  assert.equal(row.finished, null)
  assert.equal(row.payload.id, event.id)
  assert.equal(await (await shop.events.getJob(event.id))?.isFailed(), true)
})

test('an event whose workers died twenty times is finished by the next', async t => {
  const shop = await startShop(t, { workers: 0 })
  const event = checkoutEvent('completed', { order: 'd2' })
  await shop.deliver(event)
  await takeAndDie(t, shop, FORGIVEN)
  await shop.startWorker()
  await shop.finished([event])
})
