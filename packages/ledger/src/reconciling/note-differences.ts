import type { Difference, DifferenceKind } from '@paidonce/core/reconciling/difference'
import { column, uniqueBy } from '../columns.ts'
import type { Statement } from '../statement.ts'

type Found = Readonly<{
  account: string
  run: string
  isRepairing: boolean
  differences: readonly Difference[]
}>

/**
 * Notes them. One that was found before stays as found, and is told of once, unless it says something else now. `run` is the
 * newest reconciliation that saw it.
 */
export const noteDifferences = ({ account, run, isRepairing, differences }: Found): Statement => {
  const rows = uniqueBy(differences, ({ kind, about }) => `${kind} ${about}`)
  return {
    name: 'note-differences',
    text: `
      insert into differences (account, run, repairing, kind, about, payment_id, order_id, at_stripe, known)
      select $1, $2, case when $3::boolean and kind <> 'fulfilled_not_paid' then now() end,
             kind, about, payment_id, order_id, at_stripe, known
      from unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
           as difference (kind, about, payment_id, order_id, at_stripe, known)
      order by kind, about
      on conflict (account, kind, about) do update set
        run = greatest(differences.run, excluded.run), repairing = coalesce(excluded.repairing, differences.repairing),
        told = case when differences.at_stripe = excluded.at_stripe then differences.told end,
        found = case when differences.at_stripe = excluded.at_stripe then differences.found else excluded.found end,
        at_stripe = excluded.at_stripe, known = excluded.known`,
    values: [
      account,
      run,
      isRepairing,
      column(rows, 'kind'),
      column(rows, 'about'),
      column(rows, 'payment'),
      column(rows, 'order'),
      column(rows, 'atStripe'),
      column(rows, 'known')
    ]
  }
}

export type NotedDifference = Difference & Readonly<{ found: Date; repairing: Date | null }>

type Run = Readonly<{ account: string; run: string }>

type Page = Run &
  Readonly<{
    after: Readonly<{ kind: DifferenceKind; about: string }> | undefined
    limit: number
  }>

/** What one reconciliation saw, or one that began after it, list by list, page after page: two may run at once. */
export const differencesOf = ({ account, run, after, limit }: Page): Statement<NotedDifference> => ({
  name: 'differences-of',
  text: `
    select kind, about, payment_id as payment, order_id as "order", at_stripe as "atStripe", known, found, repairing
    from differences
    where account = $1 and run >= $2 and (kind, about) > (coalesce($3::text, ''), coalesce($4::text, ''))
    order by kind, about limit $5`,
  values: [account, run, after?.kind ?? null, after?.about ?? null, limit]
})

/** How many of each kind one reconciliation saw, or one that began after it. */
export const countDifferences = ({
  account,
  run
}: Run): Statement<{ kind: DifferenceKind; count: number }> => ({
  name: 'count-differences',
  text: 'select kind, count(*)::int as count from differences where account = $1 and run >= $2 group by kind',
  values: [account, run]
})
