import assert from 'node:assert/strict'
import { test } from 'node:test'
import { logFailure } from '@paidonce/ledger/log-failure'
import { approveOrder } from '@paidonce/ledger/people/approve-order'
import { orderHistory } from '@paidonce/ledger/people/order-history'
import { settleBatch } from '@paidonce/ledger/settling/settle-batch'
import { run } from '@paidonce/ledger/transaction'
import { ownLedger } from '../support/own-database.ts'
import { SETTLING_RULES } from '../support/settling-rules.ts'
import { ownJob, settle, told } from './told.ts'

const which = { account: '', order: '1' }

test('of an order that nobody told of nothing is known', async t => {
  assert.equal(await orderHistory(await ownLedger(t), which), undefined)
})

test('the history of an order holds all that was told and done, and nothing of another order', async t => {
  const ledger = await ownLedger(t)
  const [failed, paid] = [told('failed', '1'), told('paid', '1')]
  await ledger.pool.query(`select register_order('', '1', 3001, 'eur')`)
  for (const event of [failed, paid, told('paid', '2'), told('failed', '3')]) await settle(ledger, event)
  await approveOrder(ledger, { ...which, by: 'ann', why: 'called' })
  await settleBatch(ledger, SETTLING_RULES, { events: [], orders: [{ account: '', id: '1' }] })
  const spoilt = { ...ownJob(), id: 'evt_spoilt' }
  const error = { code: 'SQLSTATE_22001', text: 'PostgreSQL refused' }
  const { reading } = told('paid', '1', spoilt)
  await run(
    ledger,
    logFailure({ job: spoilt, reading, error, attempts: 8, isFinal: true, codeVersion: 'test' })
  )

  const history = await orderHistory(ledger, which)
  assert.ok(history)
  const { order, facts, fulfilments, letters, announcements, failures } = history
  assert.deepEqual([order.status, order.unsettled], ['fulfilled', false])
  assert.deepEqual(
    facts.map(({ kind, payment, event }) => [kind, payment, event]),
    [
      ['approved', '', 'approval:1'],
      ['registered', '', 'registration:1'],
      ['failed', 'pi_1', failed.job.id],
      ['paid', 'pi_1', paid.job.id]
    ]
  )
  assert.deepEqual(
    fulfilments.map(({ payment }) => payment),
    ['pi_1']
  )
  assert.deepEqual(
    letters.map(({ kind, payment }) => [kind, payment]),
    [['payment_failed', 'pi_1']]
  )
  assert.deepEqual(
    announcements.map(({ kind }) => kind),
    ['order.payment_failed', 'order.review', 'order.fulfilled']
  )
  assert.deepEqual(
    failures.map(({ event, error_code }) => [event, error_code]),
    [['evt_spoilt', error.code]]
  )
})
