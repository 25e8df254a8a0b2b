import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '@paidonce/core/facts/fact'
import type { Ledger } from '@paidonce/ledger/pool'
import { settleBatch } from '@paidonce/ledger/settling/settle-batch'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { outcomeOf } from '../support/outcome.ts'
import { ownLedger } from '../support/own-database.ts'
import { SETTLING_RULES } from '../support/settling-rules.ts'

const VALUE = { amount: 3_000, currency: 'eur', email: null, name: null, locale: null }

/** Settles one event that tells one fact. */
async function settle(ledger: Ledger, fact: Fact): Promise<void> {
  const event = checkoutEvent('completed')
  const told = {
    job: { id: event.id, event, receivedAt: new Date().toISOString(), how: 'webhook' as const },
    reading: { session: null, payment: fact.payment, order: fact.order, email: null, facts: [fact] },
    payload: JSON.stringify(event),
    attempts: 1
  }
  await settleBatch(ledger, SETTLING_RULES, { events: [told], orders: [] })
}

type Other = Readonly<{
  /** What another worker has locked. */
  locks: string
  /** What it writes and commits while the batch waits for the lock. */
  writes: readonly string[]
}>

/** Settles while another worker holds a lock that the batch needs. */
async function settleBehind(ledger: Ledger, { locks, writes }: Other, fact: Fact) {
  const other = await ledger.pool.connect()
  try {
    await other.query('begin')
    await other.query(locks)
    const settling = settle(ledger, fact)
    await eventually(() => waitsForLock(ledger))
    for (const sql of writes) await other.query(sql)
    await other.query('commit')
    await settling
  } finally {
    other.release(true)
  }
}

async function waitsForLock({ pool }: Ledger): Promise<void> {
  const { rowCount } = await pool.query(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  )
  assert.equal(rowCount, 1, 'the batch waits for no lock')
}

const paidFact = (payment: string, order: string) => `
  insert into facts (account, event_id, payment_id, kind, order_id, value)
  values ('', 'evt_other', '${payment}', 'paid', '${order}', '{"amount":3000,"currency":"eur"}')`

test('a batch that waits for a payment sees what its last holder told of it', async t => {
  const ledger = await ownLedger(t)
  await settle(ledger, { kind: 'refunded', payment: 'pi_1', order: null, value: { amount: 1_000 } })
  const other = {
    locks: `select from payments where id = 'pi_1' for update`,
    writes: [
      `update payments set order_id = 'k1' where id = 'pi_1'`,
      `insert into orders (account, id) values ('', 'k1')`,
      paidFact('pi_1', 'k1')
    ]
  }
  const more: Fact = { kind: 'refunded', payment: 'pi_1', order: null, value: { amount: 2_000 } }
  await settleBehind(ledger, other, more)

  const { status, refunded, unsettled } = await outcomeOf(ledger, 'k1')
  assert.deepEqual({ status, refunded, unsettled }, { status: 'review', refunded: 2_000, unsettled: false })
})

test('a batch that waits for an order sees what its last holder told of another payment', async t => {
  const ledger = await ownLedger(t)
  await settle(ledger, { kind: 'completed', payment: 'pi_1', order: 'k2', value: VALUE })
  const other = {
    locks: `select from orders where id = 'k2' for update`,
    writes: [`insert into payments (account, id, order_id) values ('', 'pi_2', 'k2')`, paidFact('pi_2', 'k2')]
  }
  await settleBehind(ledger, other, { kind: 'failed', payment: 'pi_1', order: 'k2', value: VALUE })

  const { status, fulfilments } = await outcomeOf(ledger, 'k2')
  assert.equal(status, 'fulfilled')
  assert.deepEqual(fulfilments, ['pi_2'])
})
