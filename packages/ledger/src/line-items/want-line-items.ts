import type { SettledOrder } from '../settling/write-orders.ts'
import type { Statement } from '../statement.ts'

/** The lines of a session are asked for once, however often its order is settled. */
export function wantLineItems(orders: readonly SettledOrder[]): Statement {
  const rows = orders.flatMap(({ key, settled }) => settled.sessions.map(told => ({ key, ...told })))
  return {
    name: 'want-line-items',
    text: `
      insert into line_item_lists (account, order_id, session_id, payment_id)
      select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])
      on conflict (account, session_id) do nothing`,
    values: [
      rows.map(({ key }) => key.account),
      rows.map(({ key }) => key.id),
      rows.map(({ session }) => session),
      rows.map(({ payment }) => payment)
    ]
  }
}
