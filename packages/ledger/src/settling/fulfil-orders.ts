import type { Statement } from '../statement.ts'
import type { SettledOrder } from './write-orders.ts'

/** The goods are due. The table's keys refuse a second fulfilment of an order, and a second order for a payment. */
export const fulfilOrders = (orders: readonly SettledOrder[]): Statement => ({
  name: 'fulfil-orders',
  text: `
    insert into fulfilments (account, order_id, payment_id)
    select * from unnest($1::text[], $2::text[], $3::text[])`,
  values: [
    orders.map(({ key }) => key.account),
    orders.map(({ key }) => key.id),
    orders.map(({ settled }) => settled.fulfilment?.payment)
  ]
})
