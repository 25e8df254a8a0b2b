import { isFullyRefunded } from './is-fully-refunded.ts'
import type { Order } from './order.ts'
import type { Payment } from './payment.ts'

export const LETTER_KINDS = ['payment_failed', 'payment_declined', 'refunded'] as const

export type LetterKind = (typeof LETTER_KINDS)[number]

export const isLetterKind = (text: string): text is LetterKind =>
  (LETTER_KINDS as readonly string[]).includes(text)

/** What `isLetterKind` takes, for who has to be told. */
export const LETTER_KIND_NAMES = `each is ${LETTER_KINDS.join(', ').replace(/, (?=[^,]*$)/, ' or ')}`

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
  return isFullyRefunded(payment) ? owed('refunded', false) : undefined
}
