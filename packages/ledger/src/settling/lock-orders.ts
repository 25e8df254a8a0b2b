import type { Statement } from '../statement.ts'
import { toldBefore } from './told-before.ts'
import { TOUCHED_ORDERS, type Touched, touchedOrderValues } from './touched.ts'

/** An order that nobody else changes until we commit. `settled_by`: the version of the rules that settled it last. */
export type LockedOrder = Readonly<{ account: string; id: string; settled_by: number; touched: boolean }>

/** Locks the orders in the order of their keys; also those that lose facts which these events told before (not `touched`). */
export const lockOrders = (touched: Touched): Statement<LockedOrder> => ({
  name: 'lock-orders',
  text: `
    select found.account, found.id, found.settled_by, wanted.touched
    from (
      select account, id, bool_or(touched) as touched
      from (
        select account, id, true as touched from (${TOUCHED_ORDERS}) as orders_of_payments
        union all
        select before.account, payment.order_id, false
        from (${toldBefore('$5')}) as before
        cross join lateral (
          select order_id from payments where payments.account = before.account and payments.id = before.payment_id limit 1
        ) as payment
      ) as named
      group by account, id
      order by account, id
    ) as wanted
    cross join lateral (
      select account, id, settled_by from orders
      where orders.account = wanted.account and orders.id = wanted.id
      limit 1 for update
    ) as found`,
  values: [...touchedOrderValues(touched), touched.eventIds]
})
