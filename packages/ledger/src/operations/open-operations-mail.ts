import { ALARMING } from '@paidonce/core/operations/alert'
import type { Statement } from '../statement.ts'

type Pace = Readonly<{
  /** A burst of alerts gets so long to become one mail. */
  gatherMs: number
  /** From one mail to the next. */
  everyMs: number
}>

/**
 * Opens a mail if somebody is to be told something and none is open. Two that try at once open one. Nothing older than a
 * week, so that switching the mail on does not tell of a year.
 */
export const openOperationsMail = ({ gatherMs, everyMs }: Pace): Statement => ({
  name: 'open-operations-mail',
  text: `
    insert into operations_mails (next_try)
    select greatest(now() + $1 * interval '1 ms', (select max(sent) from operations_mails) + $2 * interval '1 ms')
    where not exists (select from operations_mails where sent is null)
      and (exists (select from announcements
                   where told is null and kind = any($3::text[]) and at > now() - interval '7 days')
           or exists (select from events
                      where told is null and discarded is null and failed > now() - interval '7 days')
           or exists (select from missed_events where told is null and found > now() - interval '7 days')
           or exists (select from differences where told is null and found > now() - interval '7 days'))
    on conflict do nothing`,
  values: [gatherMs, everyMs, ALARMING]
})
