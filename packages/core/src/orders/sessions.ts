import type { Order } from './order.ts'

export type SessionOfPayment = Readonly<{ session: string; payment: string }>

const BOUGHT_BY: readonly string[] = ['paid', 'awaiting']

/** The sessions in which something was bought, by the payments that pay for it. */
export const sessionsOf = ({ payments }: Order): SessionOfPayment[] =>
  payments.flatMap(({ id, status, session }) =>
    session !== null && BOUGHT_BY.includes(status) ? [{ session, payment: id }] : []
  )
