import { placeTime } from './cursor.ts'

export type OrderFoundRow = Readonly<{
  account: string
  id: string
  status: string
  paidTwice: readonly string[]
  refunded: number
  refundFailed: readonly string[]
  dispute: string | null
  fraud: readonly string[]
  mismatch: readonly string[]
  created: Date
  changed: Date
  unsettled: boolean
  fulfilledBy: string | null
  /** What the fact that tells most of the money says: that it is paid, else what it would be. */
  told: Readonly<Record<string, unknown>> | null
  /** Its place in the list. */
  place: string
}>

/** Columns of an order that need no other table. */
export const ORDER_COLUMNS = `
  account, id, status, paid_twice as "paidTwice", refunded::float8 as refunded, refund_failed as "refundFailed", dispute,
  fraud, mismatch, created, changed, unsettled, ${placeTime('changed')} as place`

/** Looked up for the rows of a page alone, one by one. */
export const withMoney = (page: string): string => `
  select page.*,
         (select payment_id from fulfilments
          where fulfilments.account = page.account and fulfilments.order_id = page.id) as "fulfilledBy",
         coalesce(
           (select fact.value
            from (select payments.account, payments.id from payments
                  where payments.account = page.account and payments.order_id = page.id offset 0) as its
            cross join lateral (
              select kind, value from facts
              where facts.account = its.account and facts.payment_id = its.id and facts.payment_id <> ''
                and kind in ('paid', 'completed', 'failed', 'declined', 'underway')
              offset 0
            ) as fact
            order by kind = 'paid' desc, kind = 'completed' desc limit 1),
           (select value from facts
            where facts.account = page.account and facts.order_id = page.id and payment_id = '' and kind = 'registered')
         ) as told
  from (${page}) as page`
