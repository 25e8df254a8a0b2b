import { ALARMING } from '@paidonce/core/operations/alert'
import type { Ledger } from '../pool.ts'
import type { Statement } from '../statement.ts'
import { run } from '../transaction.ts'

/** How much lies about that should not. */
export type WorkReport = Readonly<{
  /** null: no worker was ever started. */
  mode: 'test' | 'live' | null
  /** Events given up, on which nobody has acted. */
  failed: number
  /** Events whose last try came to nothing, and that will be tried again. */
  failing: number
  /** Orders with facts that nobody settled for over a minute. */
  unsettled: number
  /** Given up within 30 days, on which nobody has acted: they stay so for ever. */
  lettersGivenUp: number
  /** Letters whose last try came to nothing, and that will be tried again. */
  lettersFailing: number
  /** Announcements older than ten minutes that the shop's own code has not taken. */
  announcementsLeft: number
  /** Operations mails that could not be sent. */
  stuckMails: number
  /** Alerts of this week that nobody was told of for over an hour. */
  untold: number
}>

/** Reads alone. The tables must be up to date. Throws LedgerError. */
export async function lookAtWork(ledger: Ledger): Promise<WorkReport> {
  const [report] = await run(ledger, work)
  if (report === undefined) throw new Error('PostgreSQL gave no row')
  return report
}

const work: Statement<WorkReport> = {
  name: 'look-at-work',
  text: `
    select (select mode from paidonce) as mode,
           (select count(*)::int from events where error_code is not null and failed is not null and discarded is null) as failed,
           (select count(*)::int from events where error_code is not null and failed is null) as failing,
           (select count(*)::int from orders where unsettled and changed < now() - interval '1 minute') as unsettled,
           (select count(*)::int from letters where status = 'given_up' and owed > now() - interval '30 days') as "lettersGivenUp",
           (select count(*)::int from letters where status = 'owed' and reason is not null) as "lettersFailing",
           (select count(*)::int from announcements
            where done is null and at < now() - interval '10 minutes') as "announcementsLeft",
           (select count(*)::int from operations_mails where sent is null and reason is not null) as "stuckMails",
           (select count(*)::int from announcements
            where told is null and kind = any($1::text[])
              and at between now() - interval '7 days' and now() - interval '1 hour')
           + (select count(*)::int from events
              where told is null and discarded is null and failed between now() - interval '7 days' and now() - interval '1 hour')
           + (select count(*)::int from missed_events
              where told is null and found between now() - interval '7 days' and now() - interval '1 hour') as untold`,
  values: [ALARMING]
}
