import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FACTS, isActedOn } from '@paidonce/core/facts/table'
import { orderStates } from '@paidonce/ledger/rebuilding/order-state'
import { run } from '@paidonce/ledger/transaction'
import { previewReplay } from '@paidonce/operator/operations/replay/preview'
import { workerRules } from '@paidonce/operator/operations/worker-rules'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { playSequence } from '@paidonce/stripe-twin/sequences/play'
import { SEQUENCES, type SequenceName } from '@paidonce/stripe-twin/sequences/table'
import { eventually } from '../support/eventually.ts'
import { startShop } from '../support/shop.ts'
import { enqueue, portsOf, progressOf, replay, replayed } from './replaying.ts'

const NAMES = Object.keys(SEQUENCES) as SequenceName[]

test('what a preview says comes true, of every sequence that the twin can play', async t => {
  const shop = await startShop(t, { workerEnv: { CONCURRENCY: '1' } })
  const { ledger } = shop
  const now = Math.floor(Date.now() / 1_000)
  const plays = NAMES.map(name => playSequence(name, { orderId: `of-${name}`, seed: 'foretold', now }))
  // Of half of them one event alone failed, of the others all.
  const eventsOf = ({ steps }: (typeof plays)[number]) =>
    steps.map(({ event }) => event as unknown as StripeEvent).filter(({ type }) => isActedOn(FACTS, type))
  const failing = plays.flatMap((play, index) =>
    index % 2 === 0 ? eventsOf(play) : eventsOf(play).slice(-1)
  )
  const going = plays.flatMap((play, index) => (index % 2 === 0 ? [] : eventsOf(play).slice(0, -1)))

  await shop.deliverAll(going)
  await shop.finished(going)
  await ledger.pool.query(`
    create function refuse() returns trigger language plpgsql as
      $$ begin raise exception 'refused' using errcode = '22000'; end $$;
    create trigger refuse before insert or update on events for each row
      when (new.finished is not null) execute function refuse()`)
  await enqueue(shop, failing)
  await eventually(async () => assert.equal(await shop.events.getFailedCount(), failing.length))
  await ledger.pool.query('drop trigger refuse on events')

  const ids = failing.map(({ id }) => id)
  const { changes, leftOut } = await previewReplay({ ...portsOf(shop), ...(await workerRules({})) }, ids)
  assert.deepEqual(leftOut, [])
  const states = async () =>
    new Map(
      (await run(ledger, orderStates(plays.map(({ order }) => ({ account: '', id: order.id }))))).map(
        state => [state.id, state]
      )
    )
  const before = await states()
  const id = await replay(shop, { which: { ids } })
  await replayed(shop, id)
  assert.equal((await progressOf(shop, id)).finished, failing.length)
  const after = await states()

  const newly = (order: string, kind: 'letters' | 'announcements') =>
    (after.get(order)?.[kind] ?? []).filter(one => !before.get(order)?.[kind].includes(one)).toSorted()
  for (const { order, after: end, newly: owed, otherwise } of changes) {
    const state = after.get(order)
    const became = {
      after: {
        status: state?.status,
        fulfilledBy: state?.fulfilledBy,
        marks: {
          paidTwice: state?.paidTwice,
          refunded: state?.refunded,
          refundFailed: state?.refundFailed,
          dispute: state?.dispute,
          fraud: state?.fraud,
          mismatch: state?.mismatch
        }
      },
      newly: { letters: newly(order, 'letters'), announcements: newly(order, 'announcements') }
    }
    const foretold = [{ after: end, newly: owed }, ...otherwise]
    if (otherwise.length === 0) assert.deepEqual(became, foretold[0], order)
    else
      assert.ok(
        foretold.some(one => JSON.stringify(one) === JSON.stringify(became)),
        `${order}: ${JSON.stringify({ became, foretold }, null, 1)}`
      )
  }
  const changed = new Set(changes.map(({ order }) => order))
  for (const [order, state] of after)
    if (!changed.has(order)) assert.deepEqual(state, before.get(order), order)
  t.diagnostic(
    `${changes.length} orders, ${changes.filter(one => one.otherwise.length > 0).length} in several ways`
  )
})
