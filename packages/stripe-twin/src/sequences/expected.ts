/** Letters to a buyer. */
export type LetterKind = 'payment_failed' | 'payment_declined' | 'refunded'

/**
 * How many letters of a kind there must be, and what has become of them. `perhaps`: whether one comes to be owed at all depends on
 * which event is heard first; it may then be sent or withdrawn.
 */
export type LetterEnd = 'sent' | 'sent or withdrawn' | 'perhaps'

/**
 * How an order must end, whatever order its events come in and however often. Written down by hand from Stripe's documentation and
 * the promises of this project; never computed by the code that it judges.
 */
export type Expected = Readonly<{
  /** null: no such order may come to be known. */
  status: 'fulfilled' | 'awaiting_payment' | 'payment_failed' | 'expired' | 'pending' | null
  fulfilments: 0 | 1
  /** Whether the order waits in review, with nothing fulfilled, where the refund was heard of before the payment. */
  mayBeRefundedFirst: boolean
  letters: Readonly<Partial<Record<LetterKind, LetterEnd>>>
  /** Payments that somebody must refund. */
  paidTwice: number
  /** How much of the order's amount went back. */
  refunded: 'nothing' | 'half' | 'all'
  /** Refunds that failed: their money did not go back. */
  refundsFailed: number
  /** Stripe's status of the dispute that presses most, null if there is none. */
  dispute: 'needs_response' | 'under_review' | 'lost' | 'won' | null
  /** What speaks of fraud, and nobody has cleared. */
  fraud: readonly ('early_fraud_warning' | 'radar_review')[]
}>

const QUIET = {
  mayBeRefundedFirst: false,
  letters: {},
  paidTwice: 0,
  refunded: 'nothing',
  refundsFailed: 0,
  dispute: null,
  fraud: []
} as const

export const FULFILLED: Expected = { status: 'fulfilled', fulfilments: 1, ...QUIET }

/** Nothing is due, and nobody is written to. */
export const unfulfilled = (status: Expected['status']): Expected => ({ status, fulfilments: 0, ...QUIET })

/** Half of an amount, in whole units. */
export const halfOf = (amount: number): number => Math.floor(amount / 2)

export const refundedOf = ({ refunded }: Expected, amount: number): number =>
  ({ nothing: 0, half: halfOf(amount), all: amount })[refunded]
