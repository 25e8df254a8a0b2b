import type { Statement } from '../statement.ts'

/** Counts end here: whoever sees it knows enough, and a page must not read a million rows. */
export const MOST_COUNTED = 10_000

/** How the work stands. Times are seconds, null where nothing came. */
export type LedgerReport = Readonly<{
  /** Events given up. */
  failed: number
  /** Events whose last try came to nothing, and that will be tried again. */
  failing: number
  /** Orders that wait for a person's decision. */
  review: number
  lettersOwed: number
  lettersFailing: number
  /** Given up within a day. */
  lettersGivenUp: number
  announcementsOwed: number
  /** Of them, handed over over ten minutes ago and not taken. */
  announcementsLeft: number
  /** From received to finished, of the newest events of the last hour that nobody replayed: half are faster, and 99 of a hundred. */
  p50: number | null
  p99: number | null
}>

/** Each part reads an index that holds little more than what is counted. */
export const lookAtLedger = (): Statement<LedgerReport> => ({
  name: 'overview-look',
  text: `
    select (select count(*)::int from (select from events where error_code is not null and failed is not null and discarded is null
                                       limit ${MOST_COUNTED}) as counted) as failed,
           (select count(*)::int from (select from events where error_code is not null and failed is null
                                       limit ${MOST_COUNTED}) as counted) as failing,
           (select count(*)::int from (select from orders where status = 'review' limit ${MOST_COUNTED}) as counted) as review,
           letters.owed as "lettersOwed", letters.failing as "lettersFailing",
           (select count(*)::int from (select from letters where status = 'given_up' and owed > now() - interval '1 day'
                                       limit ${MOST_COUNTED}) as counted) as "lettersGivenUp",
           announcements.owed as "announcementsOwed", announcements.lying as "announcementsLeft",
           latency.p[1] as p50, latency.p[2] as p99
    from (select count(*)::int as owed, count(reason)::int as failing
          from (select reason from letters where status = 'owed' limit ${MOST_COUNTED}) as counted) as letters,
         (select count(*)::int as owed,
                 (count(*) filter (where handed_over < now() - interval '10 minutes' or at < now() - interval '10 minutes'))::int as lying
          from (select handed_over, at from announcements where done is null limit ${MOST_COUNTED}) as counted) as announcements,
         (select percentile_disc(array[0.5, 0.99]) within group (order by extract(epoch from finished - received)::float8) as p
          from (select received, finished from events
                where received > now() - interval '1 hour' and not exists (select from replay_events where event = events.id)
                order by received desc limit ${MOST_COUNTED}) as newest
          where finished is not null and finished >= received) as latency`,
  values: []
})
