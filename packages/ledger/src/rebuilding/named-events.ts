import { MAX_FACTS } from '@paidonce/core/orders/beyond-reason'
import type { Key } from '../keys.ts'
import type { Statement } from '../statement.ts'

/** One way in which an order or a payment, `account` and `id`, leads to an event. Several may lead to the same. */
export type Naming = Readonly<{ account: string; id: string; event: string }>

/**
 * So many of one order or payment are given, and so many of all together: whoever gets as many must think that there are more. Its
 * order, its payment and each of its facts name an event, so an order within reason has fewer.
 */
export const MOST_NAMINGS_OF_ONE = 4 * (MAX_FACTS + 1)
export const MOST_NAMINGS = 50 * MOST_NAMINGS_OF_ONE

/** Selects the events that name the payment of a row named `payment`, and those that told its facts. */
const OF_PAYMENT = `
  select events.id as event from events where events.account = payment.account and events.payment_id = payment.id
  union all
  select facts.event_id from facts
  where facts.account = payment.account and facts.payment_id = payment.id and facts.payment_id <> ''`

/** The events that name one of these orders, and those about its payments. */
export const eventsOfOrders = (orders: readonly Key[]): Statement<Naming> => ({
  name: 'events-of-orders',
  text: `
    select asked.account, asked.id, its.event
    from unnest($1::text[], $2::text[]) as asked (account, id)
    cross join lateral (
      select events.id as event from events where events.account = asked.account and events.order_id = asked.id
      union all
      select of_payment.event
      from payments as payment
      cross join lateral (${OF_PAYMENT} limit ${MOST_NAMINGS_OF_ONE}) as of_payment
      where payment.account = asked.account and payment.order_id = asked.id
      limit ${MOST_NAMINGS_OF_ONE}
    ) as its
    limit ${MOST_NAMINGS}`,
  values: columnsOf(orders)
})

/** The events about these payments, which may belong to no order yet. */
export const eventsOfPayments = (payments: readonly Key[]): Statement<Naming> => ({
  name: 'events-of-payments',
  text: `
    select payment.account, payment.id, its.event
    from unnest($1::text[], $2::text[]) as payment (account, id)
    cross join lateral (${OF_PAYMENT} limit ${MOST_NAMINGS_OF_ONE}) as its
    limit ${MOST_NAMINGS}`,
  values: columnsOf(payments)
})

function columnsOf(keys: readonly Key[]) {
  return [keys.map(({ account }) => account), keys.map(({ id }) => id)]
}
