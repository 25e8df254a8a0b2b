import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MAX_FACTS } from '@paidonce/core/orders/beyond-reason'
import type { Ledger } from '@paidonce/ledger/pool'
import { MOST_NAMINGS_OF_ONE } from '@paidonce/ledger/rebuilding/named-events'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { checkoutEvent } from '../support/events.ts'
import { ownLedger } from '../support/own-database.ts'
import { DEAF, rebuilt, settleBy } from './read-wrong.ts'

const times = <Made>(count: number, make: (nth: string) => Made): Made[] =>
  Array.from({ length: count }, (_, nth) => make(String(nth).padStart(5, '0')))

const paid = (order: string, nth = order): StripeEvent => ({
  ...checkoutEvent('completed', { order, payment: `pi_${nth}` }),
  id: `evt_a${nth}`
})

/** By its id behind all others, so that it is the first to go where something is cut off. */
const refunded = (nth: string): StripeEvent => ({
  ...checkoutEvent('completed'),
  id: `evt_z${nth}`,
  type: 'charge.refunded',
  data: {
    object: {
      id: `ch_${nth}`,
      object: 'charge',
      payment_intent: `pi_${nth}`,
      amount: 3_000,
      amount_refunded: 3_000
    }
  }
})

async function settleDeaf(ledger: Ledger, events: readonly StripeEvent[]) {
  for (let at = 0; at < events.length; at += 1_000) await settleBy(DEAF, ledger, events.slice(at, at + 1_000))
}

const ends = async ({ pool }: Ledger) =>
  (
    await pool.query(
      `select status, mismatch, count(*)::int as n from orders group by 1, 2 order by status, mismatch`
    )
  ).rows

test('orders with more events than are read again at once all go to their new facts whole', async t => {
  const ledger = await ownLedger(t)
  const [orders, each] = [250, 24]
  const unpaid = times(orders * (each - 2), nth => {
    const order = String(Number(nth) % orders).padStart(5, '0')
    const event = checkoutEvent('completed', { order, payment: `pi_${order}`, status: 'unpaid' })
    return { ...event, id: `evt_m${nth}` }
  })
  await settleDeaf(ledger, [...times(orders, nth => paid(nth)), ...unpaid, ...times(orders, refunded)])
  const which = { since: undefined, type: 'charge.refunded' }

  const told = await rebuilt(ledger, { which, isDry: true })
  assert.deepEqual([told.changed, told.orders, told.failures], [orders * each, orders, []])
  assert.ok(told.changes.every(({ after }) => after.status === 'review'))

  const done = await rebuilt(ledger, { which })
  assert.deepEqual([done.changed, done.orders, done.failures], [orders * each, orders, []])
  assert.deepEqual(await ends(ledger), [{ status: 'review', mismatch: ['refunded_first'], n: orders }])
})

test('ids that very many events share are put aside, and take no event from the orders beside them', async t => {
  const ledger = await ownLedger(t)
  const [few, orders] = [9, 5]
  const crowd = times(MOST_NAMINGS_OF_ONE, nth => paid('crowd', `1${nth}`))
  const shared = times(few * (MAX_FACTS + 10), nth => paid(`shared${Number(nth) % few}`, `2${nth}`))
  const proper = times(orders, nth => [paid(`proper${nth}`, `0${nth}`), refunded(`0${nth}`)]).flat()
  await settleDeaf(ledger, [...crowd, ...shared, ...proper])

  const { failures } = await rebuilt(ledger, { batch: 5_000 })
  assert.deepEqual(failures, [])
  assert.deepEqual(await ends(ledger), [
    { status: 'review', mismatch: ['refunded_first'], n: orders },
    { status: 'review', mismatch: ['too_many_facts'], n: few + 1 }
  ])
  assert.equal((await rebuilt(ledger, { name: 'again' })).changed, 0)
})
