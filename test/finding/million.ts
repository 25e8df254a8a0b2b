import type { Ledger } from '@paidonce/ledger/pool'

/** A million events of 125,000 orders, four a second, the newest now. What is seldom lies far back, where a scan would find it last. */
const EVENTS = 1_000_000
const ORDERS = EVENTS / 8

const MILLION = `
  insert into events (account, id, mode, type, session_id, payment_id, order_id, email, received, how, finished, failed,
                      attempts, error_code, error_text, code_version, payload)
  select case when n between 100 and 120 then 'acct_7' else '' end, 'evt_' || lpad(n::text, 7, '0'), 'test',
         case when n between 200 and 220 then 'charge.dispute.created'
              else (array['checkout.session.completed', 'payment_intent.succeeded', 'charge.refunded'])[n % 3 + 1] end,
         'cs_' || n / 8, 'pi_' || n / 8, 'o' || n / 8, 'buyer' || n / 8 || '@shop.example',
         timestamptz '2026-06-01' + n * interval '250 ms', 'webhook',
         case when n not between 1000 and 1500 then now() end, case when n between 1000 and 1400 then now() end, 1,
         case when n between 1000 and 1500 then 'SQLSTATE_' || 22000 + n % 3 end, null, '1', null
  from generate_series(0, ${EVENTS - 1}) as n;
  insert into payments (account, id, order_id) select '', 'pi_' || n, 'o' || n from generate_series(0, ${ORDERS - 1}) as n;
  insert into announcements (account, order_id, kind, payment_id, at, data, done)
  select '', 'o' || n, 'order.fulfilled', '', timestamptz '2026-06-01' + n * interval '1 s', '{}', now() from generate_series(0, ${ORDERS - 1}) as n;
  insert into announcements (account, order_id, kind, payment_id, data)
  select '', 'o' || n, case when n % 2 = 0 then 'order.refunded' else 'order.fraud_warning' end, 'x' || n, json_build_object('payment', 'pi_' || n)
  from generate_series(400, 500) as n;
  insert into orders (account, id, status, refunded, dispute, paid_twice, refund_failed, fraud, changed, unsettled)
  select case when n between 100 and 120 then 'acct_7' else '' end, 'o' || n,
         case when n between 50 and 60 then 'review' when n % 9 = 0 then 'payment_failed' else 'fulfilled' end,
         case when n between 200 and 220 then 5 else 0 end, case when n between 300 and 320 then 'lost' end,
         case when n between 400 and 440 then array['x' || n] else '{}' end, case when n between 440 and 460 then array['re_' || n] else '{}' end,
         case when n between 460 and 500 then array['early_fraud_warning'] else '{}' end,
         timestamptz '2026-06-01' + n * interval '1 s', false
  from generate_series(0, ${ORDERS - 1}) as n;
  insert into facts (account, event_id, payment_id, kind, order_id, value)
  select '', 'evt_' || lpad((n * 8)::text, 7, '0'), 'pi_' || n, case when n between 200 and 220 then 'refund' else 'paid' end, 'o' || n,
         json_build_object('amount', 3000, 'currency', 'eur', 'refund', 're_' || n)
  from generate_series(0, ${ORDERS - 1}) as n;
  insert into fulfilments (account, order_id, payment_id)
  select '', 'o' || n, 'pi_' || n from generate_series(0, ${ORDERS - 1}) as n;
  insert into letters (account, payment_id, kind, order_id, status, owed, recipient, reason)
  select case when n between 100 and 120 then 'acct_7' else '' end, 'pi_' || n,
         case when n between 200 and 220 then 'refunded' else 'payment_failed' end, 'o' || n,
         case when n between 300 and 800 then 'owed' when n between 900 and 920 then 'given_up' else 'sent' end,
         timestamptz '2026-06-01' + n * interval '1 s', 'buyer' || n || '@shop.example',
         case when n between 300 and 920 then 'SMTP 450' end
  from generate_series(0, ${ORDERS / 2 - 1}) as n;
`

const TABLES = ['events', 'payments', 'orders', 'facts', 'fulfilments', 'letters', 'announcements']

/** Fills an empty ledger. Indexes are made afterwards, and no log is written: this one need not outlive a crash. */
export async function fillWithMillion({ pool }: Ledger): Promise<void> {
  const client = await pool.connect()
  // Longer than any statement of the programs may take.
  const run = (text: string) => client.query({ text, query_timeout: 120_000 } as never)
  try {
    await run(`set statement_timeout = 0; set synchronous_commit = off; set maintenance_work_mem = '256MB'`)
    for (const table of TABLES) await run(`alter table ${table} set unlogged`)
    const { rows: indexes } = await client.query(`
      select indexname, indexdef from pg_indexes
      where tablename = any('{${TABLES}}') and indexdef not like 'CREATE UNIQUE%'`)
    for (const { indexname } of indexes) await run(`drop index ${indexname}`)
    await run(MILLION)
    for (const { indexdef } of indexes) await run(indexdef)
    await run('vacuum analyze')
  } finally {
    client.release(true)
  }
}
