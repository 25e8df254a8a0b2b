import assert from 'node:assert/strict'
import { test } from 'node:test'
import { replayTrouble } from '@paidonce/ledger/replaying/progress'
import { abortReplay } from '@paidonce/ledger/replaying/run'
import { run } from '@paidonce/ledger/transaction'
import { previewReplay } from '@paidonce/operator/operations/replay/preview'
import type { ReplayPortion } from '@paidonce/operator/operations/replay/queue-portion'
import { runReplay } from '@paidonce/operator/operations/replay/run-replay'
import { startReplay } from '@paidonce/operator/operations/replay/start-replay'
import { workerRules } from '@paidonce/operator/operations/worker-rules'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { outcomeOf } from '../support/outcome.ts'
import { startShop } from '../support/shop.ts'
import { BY, enqueue, portsOf, progressOf, refuse, replay, replayed } from './replaying.ts'

test('events are read again', async t => {
  const shop = await startShop(t)
  const preview = async (ids: readonly string[]) =>
    await previewReplay({ ...portsOf(shop), ...(await workerRules({})) }, ids)

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
          const isQueued = await portsOf(shop).queueReplay(portion)
          portions += 1
          if (portions === 2) throw new Error('died')
          return isQueued
        }
      }
      await assert.rejects(runReplay(dying, id), /died/)
      assert.equal((await progressOf(shop, id)).queued, 2)
      assert.equal(await runReplay(portsOf(shop), id), true)
      await replayed(shop, id)
      const { total, queued, finished } = await progressOf(shop, id)
      assert.deepEqual({ total, queued, finished }, { total: 5, queued: 5, finished: 5 })
      // Redis hears of it after the ledger.
      await eventually(async () => {
        const jobs = (await shop.events.getCompleted()).filter(job => job.id?.endsWith(`-r${id}`))
        assert.equal(jobs.length, 5)
      })
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
    'what the ledger has no payload of comes from its job in Redis; else it is left out',
    async () => {
      const event = checkoutEvent('completed', { order: 'r40' })
      await shop.deliverAll([event])
      await shop.finished([event])
      const hasJob = async () => (await shop.events.getJob(event.id))?.isCompleted()
      await eventually(async () => assert.equal(await hasJob(), true))
      const forget = () =>
        shop.ledger.pool.query('update events set payload = null where id = $1', [event.id])
      const ids = [event.id, 'evt_unknown']
      const leftOut = async () => (await preview(ids)).leftOut.map(one => [one.event, one.code])

      await forget()
      assert.deepEqual(await leftOut(), [['evt_unknown', 'NOT_IN_LEDGER']])
      const one = await replay(shop, { which: { ids } })
      await replayed(shop, one)
      const { finished, leftOut: out } = await progressOf(shop, one)
      assert.deepEqual([finished, out], [1, 1])

      await forget()
      await shop.events.remove(event.id)
      assert.deepEqual(await leftOut(), [
        [event.id, 'PAYLOAD_ERASED'],
        ['evt_unknown', 'NOT_IN_LEDGER']
      ])
      const other = await replay(shop, { which: { ids } })
      assert.deepEqual((await run(shop.ledger, replayTrouble(other, 10))).map(({ why }) => why).sort(), [
        'its payload is erased',
        'the ledger does not know it'
      ])
    }
  )

  await t.test('what PostgreSQL and UTF-8 have no room for comes back as it was', async () => {
    const event = checkoutEvent('completed', { order: 'r50' })
    Object.assign(event.data.object, { note: 'a\0b', half: '\ud800', line: '\u2028' })
    await shop.deliverAll([event])
    await shop.finished([event])
    const kept = async () =>
      (await shop.ledger.pool.query('select payload::text from events where id = $1', [event.id])).rows[0]
        .payload
    assert.equal(await kept(), JSON.stringify(event))
    await replayed(shop, await replay(shop, { which: { ids: [event.id] } }))
    assert.equal(await kept(), JSON.stringify(event))
  })

  await t.test('more events than the cap are refused before anything is written', async () => {
    await assert.rejects(startReplay(shop.ledger, { ...BY, which: { filter: {} }, cap: 3 }), {
      code: 'TOO_MANY'
    })
    assert.equal(await startReplay(shop.ledger, { ...BY, which: { filter: { type: 'nothing' } } }), undefined)
  })
})
