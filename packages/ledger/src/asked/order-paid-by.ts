import type { Statement } from '../statement.ts'

/** Where an order stands, and the payment that fulfilled it. */
export type OrderState = Readonly<{ order: string; status: string | null; fulfilledBy: string | null }>

type Which = Readonly<{ account: string; payment: string; order: string | null }>

/**
 * The order of this payment, as settled; of a payment that nobody told of yet, the order that is named here. At most one
 * row. `status` is null for an order of which nothing is known.
 */
export const orderPaidBy = ({ account, payment, order }: Which): Statement<OrderState> => ({
  name: 'order-paid-by',
  text: `
    select wanted.id as "order",
           (select status from orders where orders.account = $1 and orders.id = wanted.id) as status,
           (select payment_id from fulfilments where account = $1 and order_id = wanted.id) as "fulfilledBy"
    from (select coalesce(
      (select order_id from payments where account = $1 and id = $2), $3::text) as id) as wanted
    where wanted.id is not null`,
  values: [account, payment, order]
})
