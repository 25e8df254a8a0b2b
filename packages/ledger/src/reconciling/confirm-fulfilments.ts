import type { Statement } from '../statement.ts'

/** Notes of these payments that Stripe says that they are paid. */
export const confirmFulfilments = (account: string, payments: readonly string[]): Statement => ({
  name: 'confirm-fulfilments',
  text: `
    update fulfilments set confirmed = now()
    where account = $1 and payment_id = any($2::text[]) and confirmed is null`,
  values: [account, payments]
})

export type Unconfirmed = Readonly<{ payment: string; order: string; at: string }>

type Wanted = Readonly<{
  account: string
  since: number
  until: number
  /** The last one of the page before. */
  after: Unconfirmed | undefined
  limit: number
}>

/** Fulfilments of these times (in seconds) that nobody has confirmed yet, page after page. `at` is PostgreSQL's own text. */
export const unconfirmedFulfilments = ({
  account,
  since,
  until,
  after,
  limit
}: Wanted): Statement<Unconfirmed> => ({
  name: 'unconfirmed-fulfilments',
  text: `
    select payment_id as payment, order_id as "order", at::text as at from fulfilments
    where account = $1 and confirmed is null
      and at between to_timestamp($2::float8) and to_timestamp($3::float8)
      and (at, payment_id) > (coalesce($4::timestamptz, '-infinity'), coalesce($5::text, ''))
    order by at, payment_id limit $6`,
  values: [account, since, until, after?.at ?? null, after?.payment ?? null, limit]
})
