import type { Key } from '../keys.ts'
import type { Statement } from '../statement.ts'

/** What is written down of one order. `letters` and `announcements` as `payment kind`. */
export type OrderState = Readonly<{
  account: string
  id: string
  status: string
  paidTwice: readonly string[]
  refunded: number
  refundFailed: readonly string[]
  dispute: string | null
  fraud: readonly string[]
  mismatch: readonly string[]
  fulfilledBy: string | null
  letters: readonly string[]
  announcements: readonly string[]
}>

export const orderStates = (orders: readonly Key[]): Statement<OrderState> => ({
  name: 'order-states',
  text: `
    select its.account, its.id, its.status, its.paid_twice as "paidTwice", its.refunded::float8 as refunded,
           its.refund_failed as "refundFailed", its.dispute, its.fraud, its.mismatch,
           (select payment_id from fulfilments
            where fulfilments.account = its.account and fulfilments.order_id = its.id) as "fulfilledBy",
           array(select payment_id || ' ' || kind from letters
                 where letters.account = its.account and letters.order_id = its.id) as letters,
           array(select payment_id || ' ' || kind from announcements
                 where announcements.account = its.account and announcements.order_id = its.id) as announcements
    from unnest($1::text[], $2::text[]) as asked (account, id)
    cross join lateral (
      select * from orders where orders.account = asked.account and orders.id = asked.id limit 1
    ) as its`,
  values: [orders.map(({ account }) => account), orders.map(({ id }) => id)]
})
