import { isFullyRefunded } from './is-fully-refunded.ts'
import type { LetterKind } from './letter-kinds.ts'
import type { Order } from './order.ts'
import type { Payment } from './payment.ts'

/** A mail owed to the buyer. One for each (payment, kind), ever. */
export type OwedLetter = Readonly<{
  kind: LetterKind
  payment: string
  /** The buyer may be about to try again, and the letter to become untrue: it waits a while. */
  waits: boolean
}>

export const lettersOf = ({ payments }: Order): OwedLetter[] =>
  payments.flatMap(payment => letterOf(payment) ?? [])

function letterOf(payment: Payment): OwedLetter | undefined {
  const owed = (kind: LetterKind, waits: boolean) => ({ kind, payment: payment.id, waits })

  if (payment.status === 'failed') return owed('payment_failed', !payment.isGivenUp)
  if (payment.status === 'declined') return owed('payment_declined', true)
  return isFullyRefunded(payment) && !payment.refunds.awaitsBuyer ? owed('refunded', false) : undefined
}
