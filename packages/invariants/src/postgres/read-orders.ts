import type { FoundOrder } from '../found.ts'
import type { Read } from './in-snapshot.ts'

export type OrderRow = Omit<FoundOrder, 'facts' | 'fulfilments' | 'letters' | 'announcements'>

const TEXT = `
  select account, id, status, paid_twice as "paidTwice", refunded::float8 as refunded,
         refund_failed as "refundFailed", dispute, fraud, mismatch, unsettled,
         settled_by as "settledBy", (extract(epoch from changed) * 1000)::float8 as changed
  from orders
  where (account, id) > ($1, $2)
  order by account, id
  limit $3`

/** A page of orders, in the order of their keys. */
export const readOrders = (read: Read) => (after: OrderRow | undefined, limit: number) =>
  read<OrderRow>(TEXT, [after?.account ?? '', after?.id ?? '', limit])
