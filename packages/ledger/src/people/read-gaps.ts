import type { Ledger } from '../pool.ts'
import type { Statement } from '../statement.ts'
import { run } from '../transaction.ts'

/** How complete one account's events are. Times are ISO 8601. */
export type Completeness = Readonly<{
  account: string
  /** What Stripe lists up to here is finished, or failed, or counted below; null: nothing was compared yet. */
  asOf: string | null
  /** Seconds since then. */
  age: number | null
  /** Events that were missing and are not finished; without those that Stripe lists no more. */
  gap: number
  /** Of the last month. */
  windows: number
  listed: number
  missed: number
  /** The newest try that could not read a window, if none was read whole after it. */
  failing: Readonly<{ at: string; error: string }> | null
  /** Of the last month: what no sweep can tell of any more. */
  outOfReach: readonly Readonly<{ since: string; until: string }>[]
}>

/** An event that was missing, and how it came in. */
export type Missed = Readonly<{
  id: string
  account: string
  type: string
  created: string
  found: string
  cause: string
  order: string | null
  how: string | null
  /** `out_of_reach`: it never came, and Stripe lists it no more. */
  state: 'finished' | 'failed' | 'discarded' | 'waiting' | 'out_of_reach'
}>

export type Gaps = Readonly<{ accounts: readonly Completeness[]; missed: readonly Missed[] }>

/** What sweeps have found, of one account or of all that were ever swept. The newest `limit` of what was missing. */
export async function readGaps(ledger: Ledger, account: string | null, limit: number): Promise<Gaps> {
  const [accounts, missed] = await Promise.all([
    run(ledger, completeness(account)),
    run(ledger, missedEvents(account, limit))
  ])
  return { accounts, missed }
}

/** Stripe lists no older events. */
const LISTED_SINCE = "now() - interval '30 days'"

const completeness = (account: string | null): Statement<Completeness> => ({
  name: 'read-completeness',
  text: `
    with swept as (
      select account, max(least(until, unfinished)) filter (where error is null) as as_of, max(at) filter (where error is null) as whole,
             count(*) filter (where error is null)::int as windows, sum(listed)::int as listed, sum(missed)::int as missed,
             json_agg(json_build_object('since', since, 'until', until) order by since)
               filter (where out_of_reach) as out_of_reach
      from sweeps where $1::text is null or account = $1 group by account
    )
    select account, as_of as "asOf", extract(epoch from now() - as_of)::float8 as age, windows, listed, missed,
           (select count(*)::int from missed_events left join events using (id)
            where missed_events.account = swept.account and finished is null and discarded is null
              and (events.id is not null or missed_events.created > ${LISTED_SINCE})) as gap,
           (select json_build_object('at', at, 'error', error) from sweeps
            where account = swept.account and error is not null and not out_of_reach and (whole is null or at > whole)
            order by at desc limit 1) as failing,
           coalesce(out_of_reach, '[]') as "outOfReach"
    from swept order by account`,
  values: [account]
})

const missedEvents = (account: string | null, limit: number): Statement<Missed> => ({
  name: 'read-missed',
  text: `
    select m.id, m.account, m.type, m.created, m.found, m.cause, e.order_id as "order", e.how,
           case when e.finished is not null then 'finished' when e.discarded is not null then 'discarded' when e.failed is not null then 'failed'
                when e.id is null and m.created <= ${LISTED_SINCE} then 'out_of_reach' else 'waiting' end as state
    from missed_events m left join events e on e.id = m.id
    where $1::text is null or m.account = $1
    order by e.finished is null and e.discarded is null desc, m.found desc, m.created desc, m.id limit $2`,
  values: [account, limit]
})
