import type Stripe from 'stripe'
import { makeEvent } from '../make-event.ts'
import { refundCharge } from '../payments/refund.ts'
import { type Checkout, LATER_MS, type Step } from '../sequence.ts'

/** A refund as Stripe tells it: as itself, and as the charge that has less left. Gives that charge too. */
export function tellRefund(checkout: Checkout, refund: Stripe.Refund, charge: Stripe.Charge) {
  const less = refundCharge(charge, refund.amount)
  const before = {
    amount_refunded: charge.amount_refunded,
    ...(less.refunded && { refunded: charge.refunded })
  }
  const steps: Step[] = [
    { afterMs: LATER_MS, event: makeEvent(checkout, 'refund.created', refund) },
    { afterMs: 0, event: makeEvent(checkout, 'charge.refunded', less, before) }
  ]
  return { steps, charge: less }
}
