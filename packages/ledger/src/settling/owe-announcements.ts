import type { Statement } from '../statement.ts'
import type { SettledOrder } from './write-orders.ts'

/** Owed once for each order, kind and payment it is about, however often it is settled. */
export function oweAnnouncements(orders: readonly SettledOrder[]): Statement {
  const rows = orders.flatMap(({ key, settled }) => settled.owed.announcements.map(owed => ({ key, owed })))
  return {
    name: 'owe-announcements',
    text: `
      insert into announcements (account, order_id, kind, payment_id, data)
      select account, order_id, kind, payment_id, data::json
      from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
           as owed (account, order_id, kind, payment_id, data)
      on conflict (account, order_id, kind, payment_id) do nothing`,
    values: [
      rows.map(({ key }) => key.account),
      rows.map(({ key }) => key.id),
      rows.map(({ owed }) => owed.kind),
      rows.map(({ owed }) => owed.about),
      rows.map(({ owed }) => JSON.stringify(owed.data))
    ]
  }
}
