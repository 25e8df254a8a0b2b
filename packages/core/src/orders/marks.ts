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
    refunded: order.payments.reduce((sum, payment) => sum + payment.refunded, 0),
    mismatch: [...new Set(judged.flatMap(guard))].filter(isNews(fulfilment)).sort()
  }
}

/** A refund after the fulfilment is an ordinary refund, which `refunded` shows. */
const isNews = (fulfilment: Fulfilment | undefined) => (objection: Objection) =>
  fulfilment === undefined || objection !== 'refunded_first'
