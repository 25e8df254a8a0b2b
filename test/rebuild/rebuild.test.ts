import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FactsTable } from '@paidonce/core/facts/reading'
import { FACTS, readEvent } from '@paidonce/core/facts/table'
import { checkoutEvent } from '../support/events.ts'
import { outcomeOf } from '../support/outcome.ts'
import { ownLedger } from '../support/own-database.ts'
import { DEAF, rebuilt, settleBy, written } from './read-wrong.ts'

test('a mended reading is told first and then written: orders, what they owe, and no letter', async t => {
  const ledger = await ownLedger(t)
  const right = checkoutEvent('completed', { order: 'right', payment: 'pi_right' })
  await settleBy(FACTS, ledger, [right])
  await settleBy(DEAF, ledger, [
    checkoutEvent('completed', { order: 'paid', payment: 'pi_paid' }),
    checkoutEvent('async_payment_failed', { order: 'failed', payment: 'pi_failed' })
  ])
  const before = await written(ledger)

  const told = await rebuilt(ledger, { isDry: true })
  assert.deepEqual([told.looked, told.changed, told.orders], [3, 2, 2])
  assert.deepEqual(
    told.changes
      .map(({ order, before, after, newly }) => ({ order, before, status: after.status, newly }))
      .sort((a, b) => (a.order < b.order ? -1 : 1)),
    [
      {
        order: 'failed',
        before: undefined,
        status: 'payment_failed',
        newly: { letters: ['pi_failed payment_failed'], announcements: ['pi_failed order.payment_failed'] }
      },
      {
        order: 'paid',
        before: undefined,
        status: 'fulfilled',
        newly: { letters: [], announcements: [' order.fulfilled'] }
      }
    ]
  )
  assert.deepEqual(await written(ledger), before)

  const done = await rebuilt(ledger)
  assert.deepEqual(done.changes, told.changes)
  const [paid, failed] = [await outcomeOf(ledger, 'paid'), await outcomeOf(ledger, 'failed')]
  assert.deepEqual([paid.status, paid.fulfilments, paid.unsettled], ['fulfilled', ['pi_paid'], false])
  assert.deepEqual([failed.status, failed.letters[0].status], ['payment_failed', 'withdrawn'])
  assert.match(failed.letters[0].reason, /rebuild/)
  const { rows } = await ledger.pool.query('select code_version from events where id = $1', [right.id])
  assert.equal(rows.length, 1)
  assert.equal((await rebuilt(ledger)).changed, 0)
})

test('letters that a rebuild finds are owed, if that is wanted', async t => {
  const ledger = await ownLedger(t)
  await settleBy(DEAF, ledger, [checkoutEvent('async_payment_failed', { order: 'o', payment: 'pi_o' })])
  await rebuilt(ledger, { sendsLetters: true })
  assert.equal((await outcomeOf(ledger, 'o')).letters[0].status, 'owed')
})

test('what is read as before is not written again', async t => {
  const ledger = await ownLedger(t)
  await settleBy(FACTS, ledger, [
    checkoutEvent('completed', { order: 'a', payment: 'pi_a' }),
    checkoutEvent('async_payment_failed', { order: 'b', payment: 'pi_b' })
  ])
  const rows = async () =>
    (
      await ledger.pool.query(
        'select xmin::text, id from events union all select xmin::text, id from orders order by id'
      )
    ).rows
  const before = await rows()
  assert.deepEqual((await rebuilt(ledger)).changes, [])
  assert.deepEqual(await rows(), before)
})

test('an order goes to its new facts at once, however small the portions: a refund that came first is not overlooked', async t => {
  const ledger = await ownLedger(t)
  const paid = checkoutEvent('completed', { order: 'o', payment: 'pi_o' })
  const refund = {
    ...checkoutEvent('completed'),
    type: 'charge.refunded',
    data: {
      object: { id: 'ch_o', object: 'charge', payment_intent: 'pi_o', amount: 3_000, amount_refunded: 3_000 }
    }
  }
  await settleBy(DEAF, ledger, [paid, refund])
  const told = await rebuilt(ledger, { isDry: true, batch: 1 })
  assert.deepEqual([told.looked, told.changed, told.changes.length], [2, 2, 1])

  await rebuilt(ledger, { batch: 1 })
  const { status, mismatch, fulfilments } = await outcomeOf(ledger, 'o')
  assert.deepEqual([status, mismatch, fulfilments], ['review', ['refunded_first'], []])
})

test('an order that only loses facts is settled with those that gain them', async t => {
  const ledger = await ownLedger(t)
  const event = checkoutEvent('async_payment_failed', { order: 'right', payment: 'pi_right' })
  const misread = {
    ...FACTS,
    [event.type]: () => ({
      session: null,
      payment: 'pi_wrong',
      order: 'wrong',
      email: null,
      facts: [{ kind: 'expired' as const, payment: 'pi_wrong', order: 'wrong', value: {} }]
    })
  }
  await settleBy(misread, ledger, [event])
  const { changes } = await rebuilt(ledger)
  const [wrong, right] = [await outcomeOf(ledger, 'wrong'), await outcomeOf(ledger, 'right')]
  assert.deepEqual([wrong.status, wrong.unsettled], ['pending', false])
  assert.deepEqual([right.status, right.unsettled], ['payment_failed', false])
  assert.deepEqual(changes.map(({ order, before, after }) => [order, before?.status, after.status]).sort(), [
    ['right', undefined, 'payment_failed'],
    ['wrong', 'expired', 'pending']
  ])
})

test('events that name another order now leave their payments where they are, and open no order', async t => {
  const ledger = await ownLedger(t)
  const events = ['pi_1', 'pi_2'].map(payment => checkoutEvent('completed', { order: 'first', payment }))
  await settleBy(FACTS, ledger, events)
  const renaming: FactsTable = {
    ...FACTS,
    'checkout.session.completed': (event, rules) => {
      const read = readEvent(FACTS, rules, event)
      return { ...read, order: 'other', facts: read.facts.map(fact => ({ ...fact, order: 'other' })) }
    }
  }
  const { changes } = await rebuilt(ledger, { table: renaming, batch: 1 })
  assert.deepEqual(
    changes.map(({ order, after }) => [order, after.marks.mismatch]),
    [['first', ['order_differs']]]
  )
  assert.deepEqual((await ledger.pool.query('select id from orders')).rows, [{ id: 'first' }])
})

test('an event that nobody can read now is told of, and keeps its facts', async t => {
  const ledger = await ownLedger(t)
  const own = {
    ...FACTS,
    'invoice.paid': FACTS['checkout.session.completed'] as NonNullable<(typeof FACTS)[string]>
  }
  const event = { ...checkoutEvent('completed', { order: 'o', payment: 'pi_o' }), type: 'invoice.paid' }
  await settleBy(own, ledger, [event])
  const throwing = {
    ...FACTS,
    'invoice.paid': () => {
      throw new Error('secret')
    }
  }
  assert.deepEqual((await rebuilt(ledger)).leftAlone, { 'invoice.paid UNKNOWN_EVENT_TYPE': 1 })
  assert.deepEqual((await rebuilt(ledger, { table: throwing })).leftAlone, { 'invoice.paid UNEXPECTED': 1 })
  assert.equal((await ledger.pool.query('select from facts')).rowCount, 2)
  assert.equal((await outcomeOf(ledger, 'o')).status, 'fulfilled')
})

test('what was erased is not read again, by age or for a person’s sake', async t => {
  const ledger = await ownLedger(t)
  const [old, erased] = ['old', 'erased'].map(order =>
    checkoutEvent('completed', { order, payment: `pi_${order}` })
  )
  await settleBy(
    FACTS,
    ledger,
    [old, erased].flatMap(event => event ?? [])
  )
  await ledger.pool.query('update events set payload = null where id = $1', [old?.id])
  await ledger.pool.query('update events set erased = now() where id = $1', [erased?.id])
  const { looked, changed } = await rebuilt(ledger, { table: DEAF })
  assert.deepEqual([looked, changed], [2, 0])
  assert.equal((await ledger.pool.query('select from facts')).rowCount, 4)
})

test('a part can be rebuilt: one order, one type, what came since', async t => {
  const ledger = await ownLedger(t)
  const [a, b] = ['a', 'b'].map(order => checkoutEvent('completed', { order, payment: `pi_${order}` }))
  const c = checkoutEvent('async_payment_failed', { order: 'c', payment: 'pi_c' })
  await settleBy(
    DEAF,
    ledger,
    [a, b, c].flatMap(event => event ?? [])
  )
  await ledger.pool.query(`update events set received = now() - interval '9 days' where id = $1`, [b?.id])
  const orders = async (which: Parameters<typeof rebuilt>[1]) =>
    (await rebuilt(ledger, { ...which, isDry: true })).changes.map(({ order }) => order).sort()

  assert.deepEqual(await orders({ which: { since: undefined, type: c.type } }), ['c'])
  assert.deepEqual(await orders({ which: { since: new Date(Date.now() - 86_400_000), type: undefined } }), [
    'a',
    'c'
  ])
  assert.deepEqual(await orders({}), ['a', 'b', 'c'])
  // Of an order that is not there yet nothing hangs together but what names it.
  assert.deepEqual(await orders({ which: { account: '', id: 'b' } }), ['b'])
})
