import type { Key } from '@paidonce/ledger/keys'

/** Orders asked for, as $1 and $2 of a query. */
export const ASKED = 'unnest($1::text[], $2::text[]) as asked (account, id)'

export const askedValues = (keys: readonly Key[]) => [
  keys.map(({ account }) => account),
  keys.map(({ id }) => id)
]

/** What was read, by the order it belongs to. */
export type OfOrder<Row> = Row & Readonly<{ account: string; orderId: string }>
