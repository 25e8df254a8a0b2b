import type { Statement } from '../statement.ts'

/** How many events came in each step of time, the oldest first; steps in which none came are missing. */
export type Came = Readonly<{ at: Date; count: number }>

/** Reads the index on the time alone, where the table has been vacuumed. */
export const eventsOverTime = (sinceSeconds: number, stepSeconds: number): Statement<Came> => ({
  name: 'events-over-time',
  text: `
    select to_timestamp(floor(extract(epoch from received) / $2::int) * $2::int) as at, count(*)::int as count
    from events where received > now() - $1::int * interval '1 second'
    group by 1 order by 1`,
  values: [sinceSeconds, stepSeconds]
})
