import type { Ledger } from '@paidonce/ledger/pool'

/** What became of one order, for comparing. */
export async function outcomeOf(ledger: Ledger, order: string, account = '') {
  const query = async (sql: string) => (await ledger.pool.query(sql, [account, order])).rows
  const [row] = await query(
    'select status, paid_twice, refunded::int, refund_failed, dispute, fraud, mismatch, unsettled from orders where account = $1 and id = $2'
  )
  return {
    ...row,
    fulfilments: (await query('select payment_id from fulfilments where account = $1 and order_id = $2')).map(
      ({ payment_id }) => payment_id
    ),
    letters: await query(
      'select kind, status, recipient, locale, reason from letters where account = $1 and order_id = $2 order by id'
    ),
    announcements: (
      await query('select kind from announcements where account = $1 and order_id = $2 order by kind')
    ).map(({ kind }) => kind)
  }
}
