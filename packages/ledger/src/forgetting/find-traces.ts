import type { Statement } from '../statement.ts'

/** A payment that an address stands in. An event that names no payment is a trace by itself. */
export type Trace = Readonly<{
  account: string
  payment: string | null
  event: string | null
  order: string | null
}>

/** Where a person's address stands, in whatever case it was written. Of `order` alone, if one is named. */
export const findTraces = (email: string, order: string | undefined): Statement<Trace> => ({
  name: 'find-traces',
  text: `
    select * from (
      select distinct named.account, named.payment, case when named.payment is null then named.event end as event,
                      coalesce(linked.order_id, named.order_id) as "order"
      from (select account, payment_id as payment, id as event, order_id from events where lower(email) = lower($1::text)
            union all
            select account, payment_id, null, order_id from letters
            where lower(recipient) = lower($1::text) or lower(address) = lower($1::text)) as named
      left join lateral (
        select order_id from payments where payments.account = named.account and payments.id = named.payment limit 1
      ) as linked on true
    ) as traces
    where $2::text is null or "order" = $2
    order by account, payment, event`,
  values: [email, order ?? null]
})
