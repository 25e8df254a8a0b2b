import type { Statement } from '../statement.ts'
import { TOUCHED_ORDERS, type Touched, touchedOrderValues } from './touched.ts'

/** An order that nobody else changes until we commit. `settled_by`: the version of the rules that settled it last. */
export type LockedOrder = Readonly<{ account: string; id: string; settled_by: number; touched: boolean }>

/** Locks the orders in the order of their keys; also those that lose facts which these events told before (not `touched`). */
export const lockOrders = (touched: Touched): Statement<LockedOrder> => ({
  name: 'lock-orders',
  text: `
    with touched as (${TOUCHED_ORDERS}),
         losing as (
           select payments.account, payments.order_id as id
           from facts join payments on payments.account = facts.account and payments.id = facts.payment_id
           where facts.event_id = any($5::text[]))
    select account, id, settled_by, (account, id) in (table touched) as touched
    from orders
    where (account, id) in (table touched union table losing)
    order by account, id
    for update of orders`,
  values: [...touchedOrderValues(touched), touched.eventIds]
})
