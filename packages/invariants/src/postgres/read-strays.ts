import type { Stray } from '../found.ts'
import type { Read } from './in-snapshot.ts'

const without = (what: string, table: string, id: string) => `
  select '${what}' as what, account, order_id as "order", ${id}::text as id from ${table}
  where not exists (select from orders where orders.account = ${table}.account and orders.id = ${table}.order_id)`

const TEXT = [
  without('fulfilment', 'fulfilments', 'payment_id'),
  without('letter', 'letters', 'id'),
  without('announcement', 'announcements', 'id')
].join('\n  union all')

/** What belongs to an order that is not there. */
export const readStrays = (read: Read) => read<Stray>(TEXT)
