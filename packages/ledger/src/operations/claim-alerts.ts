import { CAUSES, isCause } from '@paidonce/core/completeness/cause'
import { ALARMING, type Alert } from '@paidonce/core/operations/alert'
import { DIFFERENCE_WORDS, type DifferenceKind } from '@paidonce/core/reconciling/difference'
import type { AnnouncementData } from '@paidonce/shared/outbox-jobs'
import type { Statement } from '../statement.ts'

type AlarmingRow = Readonly<{
  kind: (typeof ALARMING)[number]
  at: Date
  account: string
  order: string
  about: string
  data: Partial<AnnouncementData>
}>

type FailedRow = Readonly<{
  at: Date
  account: string
  order: string | null
  payment: string | null
  id: string
  type: string
  code: string | null
}>

type MissedRow = Readonly<{ at: Date; account: string; id: string; type: string; cause: string }>

type DifferenceRow = Readonly<{
  at: Date
  account: string
  order: string
  payment: string
  about: string
  kind: DifferenceKind
  atStripe: string
  known: string
}>

// No mail by this id that is still being gathered: `until` is null, and nothing is claimed.
const UNTIL = '(select until from operations_mails where id = $1 and gathered is null and sent is null)'

/**
 * Notes announcements as told that nobody was told of; the mail must take them in the same transaction. The ids are an
 * array, so that rows are found by their key: a join may read the whole table instead.
 */
export const claimAlarming = (mail: string, limit: number): Statement<AlarmingRow> => ({
  name: 'claim-alarming',
  text: `
    update announcements set told = now()
    where id = any(array(
      select id from announcements
      where told is null and kind = any($2::text[]) and at > now() - interval '7 days' and at <= ${UNTIL}
      limit $3 for update skip locked))
    returning kind, at, account, order_id as "order", payment_id as about, data`,
  values: [mail, ALARMING, limit]
})

/** The same for events that have failed for good. */
export const claimFailed = (mail: string, limit: number): Statement<FailedRow> => ({
  name: 'claim-failed',
  text: `
    update events set told = now()
    where id = any(array(
      select id from events
      where told is null and discarded is null and failed > now() - interval '7 days' and failed <= ${UNTIL}
      order by failed limit $2 for update skip locked))
    returning failed as at, account, order_id as "order", payment_id as payment, id, type, error_code as code`,
  values: [mail, limit]
})

/** The same for events that a sweep found missing. */
export const claimMissed = (mail: string, limit: number): Statement<MissedRow> => ({
  name: 'claim-missed',
  text: `
    update missed_events set told = now()
    where id in (select id from missed_events
                 where told is null and found > now() - interval '7 days' and found <= ${UNTIL}
                 order by found limit $2 for update skip locked)
    returning found as at, account, id, type, cause`,
  values: [mail, limit]
})

/** The same for what a reconciliation found. */
export const claimDifferences = (mail: string, limit: number): Statement<DifferenceRow> => ({
  name: 'claim-differences',
  text: `
    update differences set told = now()
    where (account, kind, about) in (
      select account, kind, about from differences
      where told is null and found > now() - interval '7 days' and found <= ${UNTIL}
      order by found limit $2 for update skip locked)
    returning found as at, account, order_id as "order", payment_id as payment, about, kind,
              at_stripe as "atStripe", known`,
  values: [mail, limit]
})

export function alertOfAnnouncement({ kind, at, account, order, about, data }: AlarmingRow): Alert {
  const { payment = null, amount, currency, reasons = [], reason, outcome } = data
  const isMoney = typeof amount === 'number' && Number.isSafeInteger(amount) && typeof currency === 'string'
  return {
    kind,
    at: at.toISOString(),
    account,
    order,
    payment,
    about: about === '' ? null : about,
    money: isMoney ? { amount, currency } : null,
    words: [outcome, reason, ...reasons].filter(word => typeof word === 'string')
  }
}

export const alertOfEvent = ({ at, account, order, payment, id, type, code }: FailedRow): Alert => ({
  kind: 'event.failed',
  at: at.toISOString(),
  account,
  order,
  payment,
  about: id,
  money: null,
  words: [type, code].filter(word => word !== null)
})

export const alertOfMissed = ({ at, account, id, type, cause }: MissedRow): Alert => ({
  kind: 'event.missed',
  at: at.toISOString(),
  account,
  order: null,
  payment: null,
  about: id,
  money: null,
  words: [type, isCause(cause) ? CAUSES[cause].words : cause]
})

export const alertOfDifference = ({
  at,
  account,
  order,
  payment,
  about,
  kind,
  ...says
}: DifferenceRow): Alert => ({
  kind: 'money.different',
  at: at.toISOString(),
  account,
  order,
  payment,
  about,
  money: null,
  words: [DIFFERENCE_WORDS[kind], `Stripe: ${says.atStripe}`, `here: ${says.known}`]
})
