import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EventJob } from '@paidonce/shared/event-job'
import { EVENT_JOB_OPTIONS } from '@paidonce/shared/queues'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { outcomeOf } from '../support/outcome.ts'
import { type Shop, startShop } from '../support/shop.ts'

const LONG_AGO = Math.floor(Date.now() / 1000) - 3_600

/** As the ingest queues it, but with so many attempts only, since waiting for eight takes minutes. */
async function enqueue(shop: Shop, events: readonly StripeEvent[], attempts = 1) {
  await shop.events.addBulk(
    events.map(event => ({
      name: event.type,
      data: { id: event.id, event, receivedAt: new Date().toISOString(), how: 'webhook' } satisfies EventJob,
      opts: { ...EVENT_JOB_OPTIONS, jobId: event.id, attempts }
    }))
  )
}

/** Makes the database refuse one event, as bad data would. */
const refuse = (shop: Shop, eventId: string) =>
  shop.ledger.pool.query(`
    create function refuse() returns trigger language plpgsql as $$
    begin
      if new.id = '${eventId}' and new.finished is not null then
        raise exception 'refused: secret@example.com' using errcode = '22000';
      end if;
      return new;
    end $$;
    create trigger refuse before insert or update on events for each row execute function refuse()`)

/** Lets two first batches wait in PostgreSQL, so that the other events become one batch. */
async function enqueueAtOnce(shop: Shop, events: readonly StripeEvent[]) {
  const client = await shop.ledger.pool.connect()
  try {
    await client.query('begin')
    await client.query('lock table events')
    await enqueue(shop, events)
    await eventually(async () => assert.equal(await shop.events.getActiveCount(), events.length))
  } finally {
    client.release(true)
  }
}

const ledgerRow = async (shop: Shop, id: string) =>
  (await shop.ledger.pool.query('select * from events where id = $1', [id])).rows[0]

test('of sixty events in one batch the one that the database refuses fails, and no other', async t => {
  const shop = await startShop(t)
  const events = Array.from({ length: 60 }, (_, n) =>
    checkoutEvent('completed', { order: `o${n}`, created: LONG_AGO })
  )
  const poison = events.at(-1) as StripeEvent
  const good = events.slice(0, -1)
  await refuse(shop, poison.id)
  await enqueueAtOnce(shop, events)
  await shop.finished(good)

  const row = await eventually(async () => {
    const failed = await ledgerRow(shop, poison.id)
    assert.ok(failed?.failed)
    return failed
  })
  await t.test('the ledger shows what failed, without what PostgreSQL said', () => {
    assert.equal(row.finished, null)
    assert.equal(row.error_code, 'SQLSTATE_22000')
    assert.equal(row.order_id, 'o59')
    assert.doesNotMatch(JSON.stringify(row.error_text), /secret@example/)
  })
  await t.test('the worker’s log says so once, with its id and code', async () => {
    const told = shop.workers.flatMap(({ lines }) => lines).filter(line => line.includes('has failed'))
    assert.equal(told.length, 1)
    const { level, event, code } = JSON.parse(told[0] ?? '')
    assert.deepEqual([level, event, code], [50, poison.id, 'SQLSTATE_22000'])
  })
  await t.test('its order has no fulfilment', async () => {
    assert.equal((await outcomeOf(shop.ledger, 'o59')).status, undefined)
  })
  await t.test('the failed job says the code and holds no data of the error', async () => {
    const job = await eventually(async () => {
      const failed = await shop.events.getJob(poison.id)
      assert.ok(await failed?.isFailed())
      return failed
    })
    assert.match(job?.failedReason ?? '', /^SQLSTATE_22000/)
    assert.doesNotMatch(JSON.stringify(job), /secret@example/)
  })
  await t.test('mended and delivered again by Stripe, it revives and is finished', async () => {
    await shop.ledger.pool.query('drop trigger refuse on events')
    assert.equal((await shop.deliver(poison)).status, 200)
    await shop.finished([poison])
    assert.equal((await outcomeOf(shop.ledger, 'o59')).status, 'fulfilled')
    assert.equal((await ledgerRow(shop, poison.id)).failed, null)
  })
})

test('an event whose type this worker does not know is failed, not finished', async t => {
  const shop = await startShop(t)
  const strange = { ...checkoutEvent('completed', { order: '1' }), type: 'checkout.session.of_next_year' }
  await enqueue(shop, [strange], 2)
  const row = await eventually(async () => {
    const failed = await ledgerRow(shop, strange.id)
    assert.ok(failed?.failed)
    return failed
  })
  assert.equal(row.error_code, 'UNKNOWN_EVENT_TYPE')
  assert.equal(row.attempts, 2)
  assert.equal(row.finished, null)
})

test('an event of the other mode is failed, not settled', async t => {
  const shop = await startShop(t)
  const live = checkoutEvent('completed', { order: '1', livemode: true })
  await enqueue(shop, [live])
  await eventually(async () =>
    assert.equal((await ledgerRow(shop, live.id))?.error_code, 'EVENT_OF_OTHER_MODE')
  )
  assert.equal((await outcomeOf(shop.ledger, '1')).status, undefined)
})

test('a job that holds no event fails at once and holds up nothing', async t => {
  const shop = await startShop(t)
  await shop.events.add('odd', { hello: 'world' }, { jobId: 'odd', attempts: 8 })
  await eventually(async () => {
    const job = await shop.events.getJob('odd')
    assert.equal(await job?.isFailed(), true)
    assert.match(job?.failedReason ?? '', /^MALFORMED_JOB/)
  })
  // No ledger row can show it: the log does, and the worker goes on.
  await eventually(() =>
    assert.ok(
      shop.workers[0]?.lines.some(line => line.includes('MALFORMED_JOB') && line.includes('"msg":"worker"'))
    )
  )
  const event = checkoutEvent('completed', { order: '1' })
  await shop.deliver(event)
  await shop.finished([event])
})
