import type { Statement } from '../statement.ts'

/** All in seconds. */
export type Checkpoint = Readonly<{
  /** Everything up to here was compared. */
  checkpoint: number | null
  /** When the oldest event was created that was compared and may still be lost: queued then, or fetched back since. */
  unfinished: number | null
  /** Where the first sweep of this account began: no later one looks at what is older. */
  begin: number | null
  /** When the first event of any account came. */
  firstReceived: number | null
}>

export const readCheckpoint = (account: string): Statement<Checkpoint> => ({
  name: 'read-checkpoint',
  text: `
    select extract(epoch from max(until) filter (where error is null))::float8 as checkpoint,
           extract(epoch from least(
             (select unfinished from sweeps where account = $1 and error is null order by until desc, id desc limit 1),
             (select min(missed.created) from missed_events missed left join events using (id)
              where missed.account = $1 and finished is null and failed is null)))::float8 as unfinished,
           extract(epoch from min(since) filter (where not out_of_reach))::float8 as begin,
           (select floor(extract(epoch from min(received)))::float8 from events) as "firstReceived"
    from sweeps where account = $1`,
  values: [account]
})
