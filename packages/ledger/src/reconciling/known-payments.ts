import type { Told } from '@paidonce/core/facts/fact'
import { MAX_FACTS } from '@paidonce/core/orders/beyond-reason'
import type { Statement } from '../statement.ts'

export type KnownPayment = Readonly<{
  payment: string
  order: string | null
  status: string | null
  facts: readonly Told[]
}>

/** All that was told of these payments, and where their orders stand; one row each, known or not. */
export const knownPayments = (account: string, payments: readonly string[]): Statement<KnownPayment> => ({
  name: 'known-payments',
  text: `
    select wanted.id as payment, payment.order_id as "order",
           (select status from orders where orders.account = $1 and orders.id = payment.order_id) as status,
           (select coalesce(json_agg(json_build_object('kind', kind, 'value', value)), '[]')
            from (select kind, value from facts
                  where facts.account = $1 and facts.payment_id = wanted.id and facts.payment_id <> ''
                  limit ${MAX_FACTS}) as told) as facts
    from unnest($2::text[]) as wanted (id)
    left join lateral (
      select order_id from payments where payments.account = $1 and payments.id = wanted.id limit 1
    ) as payment on true`,
  values: [account, payments]
})
