import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findTraces } from '@paidonce/ledger/forgetting/find-traces'
import { eventsOfTrace, lettersOfTrace } from '@paidonce/ledger/forgetting/trace-contents'
import { factsOfEvents, factsOfOrders, factsOfPayments } from '@paidonce/ledger/rebuilding/known-facts'
import { linksOfOrders, linksOfPayments } from '@paidonce/ledger/rebuilding/links'
import { eventsOfOrders, eventsOfPayments } from '@paidonce/ledger/rebuilding/named-events'
import { orderStates } from '@paidonce/ledger/rebuilding/order-state'
import { pageOfEvents } from '@paidonce/ledger/rebuilding/page-of-events'
import { readableEvents } from '@paidonce/ledger/rebuilding/readable-events'
import { dropFacts } from '@paidonce/ledger/settling/drop-facts'
import { storeFacts } from '@paidonce/ledger/settling/store-facts'
import { ownLedger } from '../support/own-database.ts'

const FULL = `
  insert into events (id, mode, type, payment_id, order_id, email, received, how, finished, code_version, payload)
  select 'evt_' || n, 'test', 'toy', 'pi_' || n, 'o' || n, n || '@a.example', now(), 'webhook', now(), 'test', '{}'
  from generate_series(1, 10000) as n;
  insert into payments (account, id, order_id) select '', 'pi_' || n, 'o' || n from generate_series(1, 10000) as n;
  insert into orders (account, id) select '', 'o' || n from generate_series(1, 10000) as n;
  insert into facts (account, event_id, payment_id, kind, order_id, value)
  select '', 'evt_' || n, 'pi_' || n, 'paid', 'o' || n, '{}' from generate_series(1, 10000) as n;
  insert into letters (account, payment_id, kind, order_id, recipient)
  select '', 'pi_' || n, 'refunded', 'o' || n, n || '@a.example' from generate_series(1, 10000) as n;
  insert into announcements (account, order_id, kind, data) select '', 'o' || n, 'toy', '{}' from generate_series(1, 10000) as n;
  insert into fulfilments (account, order_id, payment_id) select '', 'o' || n, 'pi_' || n from generate_series(1, 10000) as n;`

// A page is small against the table, as it is in a ledger that is worth a page.
const PAGE = pageOfEvents('evt_5', 10, { since: undefined, type: 'toy' })
const KEYS = [{ account: '', id: 'o7' }]
const PAYMENTS = [{ account: '', id: 'pi_7' }]
const TOLD = [{ account: '', event: 'evt_7', payment: 'pi_7', kind: 'paid', order: 'o7', value: '{}' }]
const TRACE = { account: '', payment: 'pi_7', event: null, order: 'o7' }

test('to rebuild, to erase and to keep erased what is, no table is read from end to end', async t => {
  const { pool } = await ownLedger(t)
  await pool.query(FULL)
  for (const when of ['right after it grew', 'with statistics']) {
    for (const { name, text, values } of [
      PAGE,
      eventsOfOrders(KEYS),
      eventsOfPayments(PAYMENTS),
      readableEvents(['evt_7']),
      factsOfEvents(['evt_7']),
      factsOfPayments(PAYMENTS),
      factsOfOrders(KEYS),
      linksOfPayments(PAYMENTS),
      linksOfOrders(KEYS),
      orderStates(KEYS),
      findTraces('7@A.example', undefined),
      eventsOfTrace(TRACE),
      lettersOfTrace(TRACE),
      storeFacts(TOLD),
      dropFacts(['evt_7'], TOLD)
    ])
      await t.test(`${name}, ${when}`, async () => {
        const { rows } = await pool.query(`explain ${text}`, [...values])
        const plan = rows.map(row => row['QUERY PLAN']).join('\n')
        assert.doesNotMatch(plan, /Seq Scan/, plan)
      })
    await pool.query('analyze')
  }
})
