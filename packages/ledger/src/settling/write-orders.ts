import { SETTLE_VERSION, type Settled } from '@paidonce/core/orders/settle'
import type { Key } from '../keys.ts'
import type { Statement } from '../statement.ts'

export type SettledOrder = Readonly<{ key: Key; settled: Settled }>

/**
 * Writes what was settled. The orders are there: an insert that always conflicts finds each by its key, where an update
 * with a join might read the whole table. Lists travel as JSON, since arrays of arrays have to be rectangular.
 */
export const writeOrders = (orders: readonly SettledOrder[]): Statement => ({
  name: 'write-orders',
  text: `
    insert into orders (account, id, status, paid_twice, refunded, refund_failed, dispute, fraud, mismatch,
                        settled_by, unsettled)
    select account, id, status,
           array(select json_array_elements_text(paid_twice)), refunded,
           array(select json_array_elements_text(refund_failed)), dispute,
           array(select json_array_elements_text(fraud)),
           array(select json_array_elements_text(mismatch)), $10, false
    from unnest($1::text[], $2::text[], $3::text[], $4::json[], $5::bigint[], $6::json[], $7::text[], $8::json[],
                $9::json[])
         as settled (account, id, status, paid_twice, refunded, refund_failed, dispute, fraud, mismatch)
    on conflict (account, id) do update set
      status = excluded.status, paid_twice = excluded.paid_twice, refunded = excluded.refunded,
      refund_failed = excluded.refund_failed, dispute = excluded.dispute, fraud = excluded.fraud,
      mismatch = excluded.mismatch, settled_by = excluded.settled_by, unsettled = false, changed = now()`,
  values: [
    orders.map(({ key }) => key.account),
    orders.map(({ key }) => key.id),
    orders.map(({ settled }) => settled.status),
    orders.map(({ settled }) => JSON.stringify(settled.marks.paidTwice)),
    orders.map(({ settled }) => settled.marks.refunded),
    orders.map(({ settled }) => JSON.stringify(settled.marks.refundFailed)),
    orders.map(({ settled }) => settled.marks.dispute),
    orders.map(({ settled }) => JSON.stringify(settled.marks.fraud)),
    orders.map(({ settled }) => JSON.stringify(settled.marks.mismatch)),
    SETTLE_VERSION
  ]
})
