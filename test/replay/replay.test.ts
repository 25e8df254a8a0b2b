import assert from 'node:assert/strict'
import { test } from 'node:test'
import { replayProgress } from '@paidonce/ledger/replaying/progress'
import { abortReplay } from '@paidonce/ledger/replaying/run'
import { run } from '@paidonce/ledger/transaction'
import { previewReplay } from '@paidonce/operator/operations/replay/preview'
import { type ReplayPortion, runReplay } from '@paidonce/operator/operations/replay/run-replay'
import { startReplay } from '@paidonce/operator/operations/replay/start-replay'
import { workerRules } from '@paidonce/operator/operations/worker-rules'
import { queueReplay } from '@paidonce/operator/redis/queue-replay'
import { EVENT_JOB_OPTIONS } from '@paidonce/shared/queues'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { outcomeOf } from '../support/outcome.ts'
import { type Shop, startShop } from '../support/shop.ts'

const BY = { who: 'olga', why: 'a test' }

const portsOf = ({ ledger, redisUrl }: Shop) => ({
  ledger,
  queueReplay: (portion: ReplayPortion) => queueReplay(redisUrl, portion)
})

const progressOf = async ({ ledger }: Shop, id: string) => {
  const [progress] = await run(ledger, replayProgress({ id }))
  assert.ok(progress)
  return progress
}

/** Until each of its events was read again. */
const replayed = (shop: Shop, id: string) =>
  eventually(async () => {
    const { total, finished, failed, leftOut } = await progressOf(shop, id)
    assert.equal(finished + failed + leftOut, total)
  })

async function replay(
  shop: Shop,
  wish: Partial<Parameters<typeof startReplay>[1]> & Pick<Parameters<typeof startReplay>[1], 'which'>
) {
  const id = (await startReplay(shop.ledger, { ...BY, ...wish })) ?? ''
  await runReplay(portsOf(shop), id)
  return id
}

/** The database refuses these events, as after a change that nobody tried. Gives what mends it. */
async function refuse({ ledger }: Shop, type: string) {
  await ledger.pool.query(`
    create function refuse() returns trigger language plpgsql as
      $$ begin raise exception 'refused' using errcode = '23514'; end $$;
    create trigger refuse before insert or update on events for each row
      when (new.type = '${type}' and new.finished is not null) execute function refuse()`)
  return async () => {
    await ledger.pool.query('drop trigger refuse on events; drop function refuse')
  }
}

/** With one attempt, since waiting for eight takes minutes. */
const enqueue = (shop: Shop, events: readonly StripeEvent[]) =>
  shop.events.addBulk(
    events.map(event => ({
      name: event.type,
      data: { id: event.id, event, receivedAt: new Date().toISOString(), how: 'webhook' },
      opts: { ...EVENT_JOB_OPTIONS, jobId: event.id, attempts: 1 }
    }))
  )

test('events are read again', async t => {
  const shop = await startShop(t)
  const preview = async (ids: readonly string[]) =>
    await previewReplay({ ledger: shop.ledger, ...(await workerRules({})) }, ids)

  await t.test(
    'a finished one, many times: one fulfilment, and who wanted it stands in its order’s story',
    async () => {
      const event = checkoutEvent('completed', { order: 'r1', payment: 'pi_r1' })
      await shop.deliverAll([event])
      await shop.finished([event])
      assert.deepEqual((await preview([event.id])).changes, [])
      const ids = await Promise.all([1, 2, 3].map(() => replay(shop, { which: { ids: [event.id] } })))
      for (const id of ids) await replayed(shop, id)
      assert.deepEqual((await outcomeOf(shop.ledger, 'r1')).fulfilments, ['pi_r1'])
      assert.deepEqual((await outcomeOf(shop.ledger, 'r1')).announcements, ['order.fulfilled'])
      const { rows } = await shop.ledger.pool.query(
        `select who, what from operator_actions where order_id = 'r1'`
      )
      assert.deepEqual(rows, Array(3).fill({ who: 'olga', what: 'replay an event' }))
    }
  )

  await t.test(
    'failed ones, by a filter, once the cause is mended; what the preview said comes true',
    async () => {
      const mend = await refuse(shop, 'checkout.session.async_payment_succeeded')
      const orders = ['r10', 'r11', 'r12']
      const begun = orders.map(order =>
        checkoutEvent('completed', { order, payment: `pi_${order}`, status: 'unpaid' })
      )
      const paid = orders.map(order =>
        checkoutEvent('async_payment_succeeded', { order, payment: `pi_${order}` })
      )
      await shop.deliverAll(begun)
      await shop.finished(begun)
      await enqueue(shop, paid)
      await eventually(async () => assert.equal(await shop.events.getFailedCount(), 3))

      await mend()
      const { changes, leftOut } = await preview(paid.map(({ id }) => id))
      assert.deepEqual(leftOut, [])
      assert.deepEqual(
        changes.map(({ order, before, after }) => [order, before?.status, after.status, after.fulfilledBy]),
        orders.map(order => [order, 'awaiting_payment', 'fulfilled', `pi_${order}`])
      )
      const id = await replay(shop, { which: { filter: { state: 'failed', error: 'SQLSTATE_23514' } } })
      await replayed(shop, id)
      assert.equal((await progressOf(shop, id)).finished, 3)
      for (const { order, after, newly } of changes) {
        const outcome = await outcomeOf(shop.ledger, order)
        assert.equal(outcome.status, after.status)
        assert.ok(
          newly.announcements.every(one => outcome.announcements.includes(one.split(' ').at(-1) ?? ''))
        )
      }
      assert.equal(await shop.events.getFailedCount(), 0, 'failed jobs are left behind')
    }
  )

  await t.test('without letters: what is owed because of it is withdrawn, and nothing is sent', async () => {
    const mend = await refuse(shop, 'checkout.session.async_payment_failed')
    const [told, silent] = ['r20', 'r21'].map(order =>
      checkoutEvent('async_payment_failed', { order, payment: `pi_${order}` })
    ) as [StripeEvent, StripeEvent]
    await enqueue(shop, [told, silent])
    await eventually(async () => assert.equal(await shop.events.getFailedCount(), 2))
    await mend()
    await replayed(shop, await replay(shop, { which: { ids: [silent.id] }, skipsLetters: true }))
    await replayed(shop, await replay(shop, { which: { ids: [told.id] } }))
    await eventually(async () =>
      assert.equal((await outcomeOf(shop.ledger, 'r20')).letters[0]?.status, 'sent')
    )
    const { rows } = await shop.ledger.pool.query(`select status, reason from letters where order_id = 'r21'`)
    assert.deepEqual(rows, [{ status: 'withdrawn', reason: 'replayed without letters' }])
  })

  await t.test(
    'who died with a portion queued and not noted leaves a replay that goes on, and doubles nothing',
    async () => {
      const events = Array.from({ length: 5 }, (_, n) => checkoutEvent('completed', { order: `r3${n}` }))
      await shop.deliverAll(events)
      await shop.finished(events)
      const id =
        (await startReplay(shop.ledger, { ...BY, which: { ids: events.map(event => event.id) }, pace: 2 })) ??
        ''
      let portions = 0
      const dying = {
        ...portsOf(shop),
        queueReplay: async (portion: ReplayPortion) => {
          await queueReplay(shop.redisUrl, portion)
          portions += 1
          if (portions === 2) throw new Error('died')
        }
      }
      await assert.rejects(runReplay(dying, id), /died/)
      assert.equal((await progressOf(shop, id)).queued, 2)
      assert.equal(await runReplay(portsOf(shop), id), true)
      await replayed(shop, id)
      const { total, queued, finished } = await progressOf(shop, id)
      assert.deepEqual({ total, queued, finished }, { total: 5, queued: 5, finished: 5 })
      const jobs = (await shop.events.getCompleted()).filter(job => job.id?.endsWith(`-r${id}`))
      assert.equal(jobs.length, 5)
      assert.equal(await runReplay(portsOf(shop), id), false)
    }
  )

  await t.test('aborted: what is not queued yet never is', async () => {
    const { rows } = await shop.ledger.pool.query('select id from events order by id limit 6')
    const which = { ids: rows.map(({ id }) => id) }
    const id = (await startReplay(shop.ledger, { ...BY, which, pace: 2 })) ?? ''
    const ports = portsOf(shop)
    await runReplay(ports, id, { onPortion: () => void run(shop.ledger, abortReplay(id)) })
    const { queued, aborted } = await progressOf(shop, id)
    assert.ok(queued >= 2 && queued < 6 && aborted !== null)
    assert.equal(await runReplay(ports, id), false)
  })

  await t.test(
    'an event whose payload is erased is left out and named; an unknown one is named before',
    async () => {
      const { rows } = await shop.ledger.pool.query(
        `update events set payload = null where id = (select min(id) from events) returning id`
      )
      const [{ id: erased }] = rows
      const { leftOut } = await preview([erased, 'evt_unknown'])
      assert.deepEqual(
        leftOut.map(({ event, code }) => [event, code]),
        [
          ['evt_unknown', 'NOT_IN_LEDGER'],
          [erased, 'PAYLOAD_ERASED']
        ]
      )
      const id = await replay(shop, { which: { ids: [erased] } })
      assert.equal((await progressOf(shop, id)).leftOut, 1)
    }
  )

  await t.test('more events than the cap are refused before anything is written', async () => {
    await assert.rejects(startReplay(shop.ledger, { ...BY, which: { filter: {} }, cap: 3 }), {
      code: 'TOO_MANY'
    })
    assert.equal(await startReplay(shop.ledger, { ...BY, which: { filter: { type: 'nothing' } } }), undefined)
  })
})
