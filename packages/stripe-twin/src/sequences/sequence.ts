import type Stripe from 'stripe'
import type { Ids } from '../seed/ids.ts'
import type { Order } from './order.ts'

/** The events the twin sends. */
export type TwinEvent =
  | Stripe.CheckoutSessionCompletedEvent
  | Stripe.CheckoutSessionAsyncPaymentSucceededEvent
  | Stripe.CheckoutSessionAsyncPaymentFailedEvent
  | Stripe.CheckoutSessionExpiredEvent

/** One event, and how long after the one before it happens. Days at Stripe are seconds here. */
export type Step = Readonly<{ event: TwinEvent; afterMs: number }>

/** All that a sequence is made of. `now` is in seconds. */
export type Checkout = Readonly<{ order: Order; ids: Ids; now: number }>

/**
 * How an order must end, whatever order its events come in and however often. Written down by hand from Stripe's documentation and
 * the promises of this project; never computed by the code that it judges.
 */
export type Expected = Readonly<{
  /** null: no such order may come to be known. */
  status: 'fulfilled' | 'awaiting_payment' | 'payment_failed' | 'expired' | null
  fulfilments: 0 | 1
  /** Letters that were owed and are done with. */
  letters: number
  /** Whether a letter may have become untrue before it was sent, and so be withdrawn. */
  lettersMayBeWithdrawn: boolean
  /** Payments that somebody must refund. */
  paidTwice: number
}>

/** What happens to an order at Checkout. Pure: the same checkout gives the same steps. */
export type Sequence = Readonly<{
  /** One line for a list. */
  about: string
  expected: Expected
  steps: (checkout: Checkout) => readonly Step[]
}>

const QUIET = { letters: 0, lettersMayBeWithdrawn: false, paidTwice: 0 } as const

export const FULFILLED: Expected = { status: 'fulfilled', fulfilments: 1, ...QUIET }

/** Nothing is due, and nobody is written to. */
export const unfulfilled = (status: Expected['status']): Expected => ({ status, fulfilments: 0, ...QUIET })

/** Between a checkout and the bank's answer, or the buyer's next try. */
export const LATER_MS = 1_000
