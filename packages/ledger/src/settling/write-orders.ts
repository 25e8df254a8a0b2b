import { SETTLE_VERSION, type Settled } from '@paidonce/core/orders/settle'
import type { Key } from '../keys.ts'
import type { Statement } from '../statement.ts'

export type SettledOrder = Readonly<{ key: Key; settled: Settled }>

/** Arrays of arrays have to be rectangular in PostgreSQL, so lists travel as JSON. */
export const writeOrders = (orders: readonly SettledOrder[]): Statement => ({
  name: 'write-orders',
  text: `
    update orders set
      status = settled.status,
      paid_twice = array(select json_array_elements_text(settled.paid_twice)),
      refunded = settled.refunded,
      mismatch = array(select json_array_elements_text(settled.mismatch)),
      changed = now(),
      settled_by = $7,
      unsettled = false
    from unnest($1::text[], $2::text[], $3::text[], $4::json[], $5::bigint[], $6::json[])
         as settled (account, id, status, paid_twice, refunded, mismatch)
    where orders.account = settled.account and orders.id = settled.id`,
  values: [
    orders.map(({ key }) => key.account),
    orders.map(({ key }) => key.id),
    orders.map(({ settled }) => settled.status),
    orders.map(({ settled }) => JSON.stringify(settled.marks.paidTwice)),
    orders.map(({ settled }) => settled.marks.refunded),
    orders.map(({ settled }) => JSON.stringify(settled.marks.mismatch)),
    SETTLE_VERSION
  ]
})
