import type { Read } from './in-snapshot.ts'

export type SharedPayment = Readonly<{ account: string; payment: string; orders: string[] }>

/** Payments that fulfilled more than one order. */
export const readSharedPayments = (read: Read) =>
  read<SharedPayment>(`
    select account, payment_id as payment, array_agg(order_id order by order_id) as orders
    from fulfilments group by account, payment_id having count(distinct order_id) > 1`)
