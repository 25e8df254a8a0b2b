import { mostUrgent } from './disputes.ts'
import type { FraudMark } from './fraud.ts'
import type { Objection } from './money-guard.ts'
import type { Order } from './order.ts'
import type { Payment } from './payment.ts'
import type { Fulfilment } from './settle.ts'

/** What an operator must see beside the status. */
export type Marks = Readonly<{
  /** Paid payments other than the one that fulfilled: somebody must refund them. */
  paidTwice: readonly string[]
  /** Minor units gone back so far, over all payments of the order. */
  refunded: number
  /** Refunds whose money did not go back, by id: somebody must pay the buyer another way. */
  refundFailed: readonly string[]
  /** Of all disputes the status that most asks for a person, in Stripe's words; null where there is none. */
  dispute: string | null
  /** What speaks of fraud: a warning by the card's issuer, or a review that is open at Stripe. */
  fraud: readonly FraudMark['kind'][]
  /** Why the order waits for review; of a fulfilled one, what disagrees since. */
  mismatch: readonly Objection[]
}>

export function marksOf(
  order: Order,
  fulfilment: Fulfilment | undefined,
  guard: (payment: Payment) => readonly Objection[]
): Marks {
  const paid = order.payments.filter(payment => payment.status === 'paid')
  const others = paid.filter(payment => payment.id !== fulfilment?.payment)
  const judged = fulfilment === undefined ? paid : paid.filter(payment => payment.id === fulfilment.payment)

  return {
    paidTwice: fulfilment === undefined ? [] : others.map(payment => payment.id),
    refunded: Math.min(
      Number.MAX_SAFE_INTEGER,
      order.payments.reduce((sum, { refunds }) => sum + refunds.amount, 0)
    ),
    refundFailed: order.payments.flatMap(({ refunds }) => refunds.failed.map(({ refund }) => refund)).sort(),
    dispute: mostUrgent(order.payments.flatMap(({ disputes }) => disputes)),
    fraud: [
      ...new Set(
        order.payments.flatMap(({ fraud }) => fraud.filter(({ isOpen }) => isOpen).map(({ kind }) => kind))
      )
    ].sort(),
    mismatch: [...new Set(judged.flatMap(guard))].filter(isNews(fulfilment)).sort()
  }
}

/** A refund after the fulfilment is an ordinary refund, which `refunded` shows. */
const isNews = (fulfilment: Fulfilment | undefined) => (objection: Objection) =>
  fulfilment === undefined || objection !== 'refunded_first'
