import type { Marks } from './marks.ts'
import type { Order } from './order.ts'
import type { Payment } from './payment.ts'
import type { Fulfilment, Status } from './settle.ts'

/** A mail owed to the buyer. One for each (payment, kind), ever. */
export type OwedLetter = Readonly<{ kind: 'payment_failed'; payment: string }>

export type AnnouncementKind =
  | 'order.fulfilled'
  | 'order.payment_failed'
  | 'order.expired'
  | 'order.review'
  | 'order.paid_twice'

/** A job owed to the shop's own code. One for each (order, kind, about), ever. */
export type OwedAnnouncement = Readonly<{
  kind: AnnouncementKind
  /** The payment it is about, or '' where an order can have only one such announcement. */
  about: string
  data: Readonly<{
    payment: string | null
    amount: number | null
    currency: string | null
    reasons?: readonly string[]
  }>
}>

export type Debts = Readonly<{ letters: readonly OwedLetter[]; announcements: readonly OwedAnnouncement[] }>

type Decided = Readonly<{ status: Status; fulfilment: Fulfilment | undefined; marks: Marks }>

export function debtsOf({ payments }: Order, { status, fulfilment, marks }: Decided): Debts {
  const those = (is: Payment['status']) => payments.filter(payment => payment.status === is)
  const fulfilling = payments.find(({ id }) => id === fulfilment?.payment)
  const extra = payments.filter(({ id }) => marks.paidTwice.includes(id))

  return {
    letters: those('failed').map(({ id }) => ({ kind: 'payment_failed', payment: id })),
    announcements: [
      ...(status === 'fulfilled' ? [announceOnce('order.fulfilled', fulfilling)] : []),
      ...(status === 'expired' ? [announceOnce('order.expired', undefined)] : []),
      ...(status === 'payment_failed' ? those('failed').map(announce('order.payment_failed')) : []),
      ...(status === 'review' ? those('paid').map(announce('order.review', marks.mismatch)) : []),
      ...extra.map(announce('order.paid_twice'))
    ]
  }
}

const announceOnce = (kind: AnnouncementKind, payment: Payment | undefined): OwedAnnouncement => ({
  kind,
  about: '',
  data: {
    payment: payment?.id ?? null,
    amount: payment?.due.amount ?? null,
    currency: payment?.due.currency ?? null
  }
})

const announce =
  (kind: AnnouncementKind, reasons?: readonly string[]) =>
  (payment: Payment): OwedAnnouncement => ({
    kind,
    about: payment.id,
    data: { payment: payment.id, ...payment.due, ...(reasons && { reasons }) }
  })
