import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '@paidonce/core/facts/fact'
import { MAX_FACTS } from '@paidonce/core/orders/beyond-reason'
import { SETTLE_VERSION } from '@paidonce/core/orders/settle'
import type { Ledger } from '@paidonce/ledger/pool'
import { findUnsettled } from '@paidonce/ledger/settling/find-unsettled'
import type { ReadEvent } from '@paidonce/ledger/settling/read-event'
import { settleBatch } from '@paidonce/ledger/settling/settle-batch'
import { run } from '@paidonce/ledger/transaction'
import { checkoutEvent } from '../support/events.ts'
import { outcomeOf } from '../support/outcome.ts'
import { ownLedger } from '../support/own-database.ts'
import { SETTLING_RULES } from '../support/settling-rules.ts'

/** An event that says that each of these payments is paid for the order. */
function paid(order: string, payments: readonly string[]): ReadEvent {
  const event = checkoutEvent('completed')
  const facts = payments.map(
    (payment): Fact => ({ kind: 'paid', payment, order, value: { amount: 3_000, currency: 'eur' } })
  )
  return {
    job: { id: event.id, event, receivedAt: new Date().toISOString(), how: 'webhook' },
    reading: { session: null, payment: null, order, email: null, facts },
    payload: JSON.stringify(event),
    attempts: 1
  }
}

const settle = (ledger: Ledger, events: readonly ReadEvent[], orders: readonly string[] = []) =>
  settleBatch(ledger, SETTLING_RULES, { events, orders: orders.map(id => ({ account: '', id })) })

const setVersion = (ledger: Ledger, order: string, version: number) =>
  ledger.pool.query('update orders set settled_by = $2 where id = $1', [order, version])

test('an order that newer rules settled keeps its status, takes the facts, and waits for a newer worker', async t => {
  const ledger = await ownLedger(t)
  await settle(ledger, [paid('v1', ['pi_1'])])
  await setVersion(ledger, 'v1', SETTLE_VERSION + 1)

  await settle(ledger, [paid('v1', ['pi_2'])])
  const outcome = await outcomeOf(ledger, 'v1')
  assert.deepEqual(outcome.paid_twice, [])
  assert.equal(outcome.unsettled, true)
  assert.deepEqual(await run(ledger, findUnsettled(10)), [])

  await setVersion(ledger, 'v1', SETTLE_VERSION)
  assert.deepEqual(await run(ledger, findUnsettled(10)), [{ account: '', id: 'v1' }])
  await settle(ledger, [], ['v1'])
  assert.deepEqual((await outcomeOf(ledger, 'v1')).paid_twice, ['pi_2'])
})

test('an order that older rules settled is found and settled again', async t => {
  const ledger = await ownLedger(t)
  await settle(ledger, [paid('v2', ['pi_1'])])
  await setVersion(ledger, 'v2', SETTLE_VERSION - 1)
  assert.deepEqual(await run(ledger, findUnsettled(10)), [{ account: '', id: 'v2' }])
  await settle(ledger, [], ['v2'])
  assert.deepEqual(await run(ledger, findUnsettled(10)), [])
  assert.equal((await outcomeOf(ledger, 'v2')).fulfilments.length, 1)
})

test('an order with more facts than sane goes to review, and reading it stays cheap', async t => {
  const ledger = await ownLedger(t)
  const payments = Array.from({ length: MAX_FACTS + 1 }, (_, n) => `pi_${n}`)
  await settle(ledger, [paid('v3', payments)])
  const outcome = await outcomeOf(ledger, 'v3')
  assert.equal(outcome.status, 'review')
  assert.deepEqual(outcome.mismatch, ['too_many_facts'])
  assert.deepEqual(outcome.fulfilments, [])
  assert.deepEqual(outcome.announcements, ['order.review'])
})

test('the database refuses a payment that would fulfil a second order', async t => {
  const ledger = await ownLedger(t)
  await settle(ledger, [paid('v4', ['pi_1'])])
  const insert = `insert into fulfilments (account, order_id, payment_id) values ('', $1, $2)`
  await assert.rejects(ledger.pool.query(insert, ['v5', 'pi_1']), { code: '23505' })
  await assert.rejects(ledger.pool.query(insert, ['v4', 'pi_2']), { code: '23505' })
})

test('one event twice in one batch is one event', async t => {
  const ledger = await ownLedger(t)
  const event = paid('v6', ['pi_1'])
  await settle(ledger, [event, event, { ...event }])
  const { rows } = await ledger.pool.query('select id from events')
  assert.deepEqual(rows, [{ id: event.job.id }])
  assert.equal((await outcomeOf(ledger, 'v6')).fulfilments.length, 1)
})
