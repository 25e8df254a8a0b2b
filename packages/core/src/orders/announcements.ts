import type { AnnouncementData } from '@paidonce/shared/outbox-jobs'
import type { Decided } from './debts.ts'
import { isClosed } from './disputes.ts'
import { isFullyRefunded } from './is-fully-refunded.ts'
import type { Order } from './order.ts'
import type { Payment } from './payment.ts'

export type AnnouncementKind =
  | 'order.fulfilled'
  | 'order.payment_failed'
  | 'order.expired'
  | 'order.review'
  | 'order.paid_twice'
  | 'order.refunded'
  | 'order.partially_refunded'
  | 'order.refund_failed'
  | 'order.disputed'
  | 'order.dispute_closed'
  | 'order.fraud_warning'
  | 'order.radar_review'

/** A job owed to the shop's own code. One for each (order, kind, about), ever. */
export type OwedAnnouncement = Readonly<{
  kind: AnnouncementKind
  /** The payment, refund, dispute, warning or review it is about, or '' where an order can have only one such announcement. */
  about: string
  data: AnnouncementData
}>

export function announcementsOf(
  { payments }: Order,
  { status, fulfilment, marks }: Decided
): OwedAnnouncement[] {
  const those = (is: Payment['status']) => payments.filter(payment => payment.status === is)
  const fulfilling = payments.find(({ id }) => id === fulfilment?.payment)
  const extra = payments.filter(({ id }) => marks.paidTwice.includes(id))

  return [
    ...(status === 'fulfilled' ? [ofTheOrder('order.fulfilled', fulfilling)] : []),
    ...(status === 'expired' ? [ofTheOrder('order.expired', undefined)] : []),
    ...(status === 'payment_failed'
      ? those('failed').map(payment => of(payment, 'order.payment_failed'))
      : []),
    ...(status === 'review'
      ? those('paid').map(payment => of(payment, 'order.review', payment.id, { reasons: marks.mismatch }))
      : []),
    ...extra.map(payment => of(payment, 'order.paid_twice')),
    ...payments.flatMap(refundsOf),
    ...payments.flatMap(disputesOf),
    ...payments.flatMap(suspicionsOf)
  ]
}

/** A refund that is known before its payment waits for it: nobody can say yet whether it is the whole. */
function refundsOf(payment: Payment): OwedAnnouncement[] {
  const { amount: refunded, failed } = payment.refunds
  const soFar = isFullyRefunded(payment)
    ? [of(payment, 'order.refunded', payment.id, { refunded })]
    : payment.status === 'paid' && refunded > 0
      ? [of(payment, 'order.partially_refunded', `${payment.id}:${refunded}`, { refunded })]
      : []
  return [
    ...soFar,
    ...failed.map(({ refund, amount }) =>
      of(payment, 'order.refund_failed', refund, { refund, amount, refunded })
    )
  ]
}

const disputesOf = (payment: Payment): OwedAnnouncement[] =>
  payment.disputes.flatMap(one => {
    const { dispute, amount, currency, reason, status } = one
    const said = { dispute, amount, currency, reason }
    return [
      of(payment, 'order.disputed', dispute, said),
      ...(isClosed(one) ? [of(payment, 'order.dispute_closed', dispute, { ...said, outcome: status })] : [])
    ]
  })

const suspicionsOf = (payment: Payment): OwedAnnouncement[] =>
  payment.fraud.map(({ kind, id }) =>
    kind === 'radar_review'
      ? of(payment, 'order.radar_review', id, { review: id })
      : of(payment, 'order.fraud_warning', id, { warning: id })
  )

const ofTheOrder = (kind: AnnouncementKind, payment: Payment | undefined): OwedAnnouncement => ({
  kind,
  about: '',
  data: {
    payment: payment?.id ?? null,
    amount: payment?.due.amount ?? null,
    currency: payment?.due.currency ?? null
  }
})

const of = (
  payment: Payment,
  kind: AnnouncementKind,
  about = payment.id,
  more: Partial<AnnouncementData> = {}
): OwedAnnouncement => ({ kind, about, data: { payment: payment.id, ...payment.due, ...more } })
