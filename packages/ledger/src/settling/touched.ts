import type { Key } from '../keys.ts'
import { accountOf, type ReadEvent } from './read-event.ts'

/** What a settlement is about, in columns: payments that its events name, and orders it was asked to look at. */
export type Touched = Readonly<{
  eventIds: readonly string[]
  payments: Readonly<{
    accounts: readonly string[]
    ids: readonly string[]
    orders: readonly (string | null)[]
  }>
  asked: Readonly<{ accounts: readonly string[]; ids: readonly string[] }>
}>

export function touchedBy(events: readonly ReadEvent[], orders: readonly Key[]): Touched {
  const payments = events.flatMap(event =>
    event.reading.facts.map(({ payment, order }) => ({ account: accountOf(event), payment, order }))
  )
  return {
    eventIds: events.map(({ job }) => job.id),
    payments: {
      accounts: payments.map(({ account }) => account),
      ids: payments.map(({ payment }) => payment),
      orders: payments.map(({ order }) => order)
    },
    asked: { accounts: orders.map(({ account }) => account), ids: orders.map(({ id }) => id) }
  }
}

/**
 * The orders of the touched payments and those asked for: `account`, `id`. Takes $1 to $4 of `touchedOrderValues`.
 * One look-up in an index for each, here and wherever `lateral … limit 1` stands: a plain join would be planned by
 * statistics, which on a table that grows by thousands a second are never right, and read all of it.
 */
export const TOUCHED_ORDERS = `
  select touched.account, payment.order_id as id
  from unnest($1::text[], $2::text[]) as touched (account, id)
  cross join lateral (
    select order_id from payments where payments.account = touched.account and payments.id = touched.id limit 1
  ) as payment
  where payment.order_id is not null
  union
  select account, id from unnest($3::text[], $4::text[]) as asked (account, id)`

export const touchedOrderValues = ({ payments, asked }: Touched) => [
  payments.accounts,
  payments.ids,
  asked.accounts,
  asked.ids
]
