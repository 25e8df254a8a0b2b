import { MAX_FACTS } from '@paidonce/core/orders/beyond-reason'
import type { Key } from '../keys.ts'
import type { Statement } from '../statement.ts'

/** A payment, and the order it belongs to. */
export type Link = Readonly<{ account: string; payment: string; order: string | null }>

export const linksOfPayments = (payments: readonly Key[]): Statement<Link> => ({
  name: 'links-of-payments',
  text: `
    select its.account, its.id as payment, its.order_id as "order"
    from unnest($1::text[], $2::text[]) as asked (account, id)
    cross join lateral (
      select * from payments where payments.account = asked.account and payments.id = asked.id limit 1
    ) as its`,
  values: [payments.map(({ account }) => account), payments.map(({ id }) => id)]
})

export const linksOfOrders = (orders: readonly Key[]): Statement<Link> => ({
  name: 'links-of-orders',
  text: `
    select its.account, its.id as payment, its.order_id as "order"
    from unnest($1::text[], $2::text[]) as asked (account, id)
    cross join lateral (
      select * from payments where payments.account = asked.account and payments.order_id = asked.id
      limit ${MAX_FACTS + 1}
    ) as its`,
  values: [orders.map(({ account }) => account), orders.map(({ id }) => id)]
})
