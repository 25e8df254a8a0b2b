import type { Statement } from '../statement.ts'
import type { Window } from './window.ts'

/** What came of reading a window. */
export type Sweep = Window &
  Readonly<{
    pages: number
    listed: number
    missed: number
    /** When the oldest of those was created that were queued and not finished when they were looked at, in seconds. */
    unfinished: number | null
    /** Null: read whole. */
    error: string | null
    /** Stripe does not list so old events any more. */
    outOfReach?: boolean
  }>

/** Notes it. Rows of an account that are a month old go when a newer whole one is there to go on from. */
export const logSweep = (sweep: Sweep): Statement => ({
  name: 'log-sweep',
  text: `
    with gone as (
      delete from sweeps where account = $1 and at < now() - interval '30 days' and $7::text is null
    )
    insert into sweeps (account, since, until, pages, listed, missed, error, out_of_reach, unfinished)
    values ($1, to_timestamp($2::float8), to_timestamp($3::float8), $4, $5, $6, $7, $8, to_timestamp($9::float8))`,
  values: [
    sweep.account,
    sweep.since,
    sweep.until,
    sweep.pages,
    sweep.listed,
    sweep.missed,
    sweep.error,
    sweep.outOfReach ?? false,
    sweep.unfinished
  ]
})
