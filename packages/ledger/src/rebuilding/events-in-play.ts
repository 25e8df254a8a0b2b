import { MAX_FACTS } from '@paidonce/core/orders/beyond-reason'
import type { Key } from '../keys.ts'
import type { Statement } from '../statement.ts'
import { CAN_BE_READ, LEDGER_EVENT, type LedgerEvent } from './ledger-event.ts'

/** Of one order so many, and of all together ten times as many: more is no order but a mistake, which settling puts aside. */
const OF_ONE = MAX_FACTS + 1

/** Orders, and payments that may belong to none yet. */
export type InPlay = Readonly<{ orders: readonly Key[]; payments: readonly Key[] }>

/** The events that can be read again of these orders (those that name one, and those about its payments) and of these payments. */
export const eventsInPlay = ({ orders, payments }: InPlay): Statement<LedgerEvent> => ({
  name: 'events-in-play',
  text: `
    select ${LEDGER_EVENT}
    from (
      select its.id
      from unnest($1::text[], $2::text[]) as asked (account, id)
      cross join lateral (
        select events.id from events where events.account = asked.account and events.order_id = asked.id
        limit ${OF_ONE}
      ) as its
      union
      select its.id
      from (
        select payment.account, payment.id
        from unnest($1::text[], $2::text[]) as asked (account, id)
        cross join lateral (
          select payments.account, payments.id from payments
          where payments.account = asked.account and payments.order_id = asked.id
          limit ${OF_ONE}
        ) as payment
        union
        select * from unnest($3::text[], $4::text[])
      ) as payment (account, id)
      cross join lateral (
        select events.id from events where events.account = payment.account and events.payment_id = payment.id
        union all
        select facts.event_id from facts
        where facts.account = payment.account and facts.payment_id = payment.id and facts.payment_id <> ''
        limit ${OF_ONE}
      ) as its
    ) as named
    cross join lateral (select * from events where events.id = named.id limit 1) as events
    where ${CAN_BE_READ}
    order by events.id
    limit ${10 * OF_ONE}`,
  values: [orders, payments].flatMap(keys => [keys.map(({ account }) => account), keys.map(({ id }) => id)])
})
