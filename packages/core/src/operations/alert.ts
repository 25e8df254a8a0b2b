import type { Money } from '@paidonce/shared/money'
import type { AnnouncementKind } from '../orders/announcements.ts'

/** The announcements that want a person. */
export const ALARMING = [
  'order.disputed',
  'order.paid_twice',
  'order.refund_failed',
  'order.review',
  'order.fraud_warning',
  'order.radar_review',
  'order.dispute_closed'
] as const satisfies readonly AnnouncementKind[]

/** The most pressing first, which is how a mail names them. */
export const ALERT_KINDS = [
  'order.disputed',
  'order.paid_twice',
  'order.refund_failed',
  'order.review',
  'order.fraud_warning',
  'order.radar_review',
  'event.failed',
  'event.missed',
  'money.different',
  'order.dispute_closed'
] as const

export type AlertKind = (typeof ALERT_KINDS)[number]

/** Something that a person must look at. Ids and words of Stripe's and ours alone: nothing of a buyer. */
export type Alert = Readonly<{
  kind: AlertKind
  /** ISO 8601 */
  at: string
  /** The connected account, '' for one's own. */
  account: string
  order: string | null
  payment: string | null
  /** The dispute, refund, warning, review or event. */
  about: string | null
  money: Money | null
  /** Reasons, outcomes, codes, the type of an event. */
  words: readonly string[]
}>
