import type { Statement } from '../statement.ts'

/** All in seconds. */
export type Checkpoint = Readonly<{
  /** Everything up to here was compared. */
  checkpoint: number | null
  /** When the oldest event was created that Redis may still lose: it waited when it was compared, was fetched back, or is tried again. */
  unfinished: number | null
  /** Where the first sweep of this account began: no later one looks at what is older. */
  begin: number | null
}>

/** What was never noted with its creation came by webhook: Stripe sends for three days. What is older than 30 is listed no more. */
export const readCheckpoint = (account: string): Statement<Checkpoint> => ({
  name: 'read-checkpoint',
  text: `
    with open as (
      select missed.created from missed_events missed left join events using (id)
      where missed.account = $1 and finished is null and failed is null
      union all
      select coalesce(created, received - interval '3 days') from events
      where account = $1 and finished is null and failed is null
    )
    select extract(epoch from max(until) filter (where error is null))::float8 as checkpoint,
           extract(epoch from least(
             (select unfinished from sweeps where account = $1 and error is null order by until desc, id desc limit 1),
             (select min(created) from open where created > now() - interval '30 days')))::float8 as unfinished,
           extract(epoch from min(since) filter (where not out_of_reach))::float8 as begin
    from sweeps where account = $1`,
  values: [account]
})
