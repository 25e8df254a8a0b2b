import type { StripeEvent } from '@paidonce/shared/stripe-event'
import type Stripe from 'stripe'
import { aboutPayment } from './about-payment.ts'
import { amountOf, idOf, partsOf, textOf } from './fields.ts'
import type { Reading, ReadOne } from './reading.ts'

/** Refunds, by docs.stripe.com/refunds. They name the payment, never the order, and may come before the payment does. */
export const refunds = {
  'charge.refunded': readCharge,
  'refund.created': readRefund,
  'refund.updated': readRefund,
  'refund.failed': readRefund,
  // What `refund.updated` was called for refunds of charges.
  'charge.refund.updated': readRefund
} satisfies { [Type in Stripe.Event['type']]?: ReadOne }

type Charge = Readonly<Partial<Record<keyof Stripe.Charge, unknown>>>
type Refund = Readonly<Partial<Record<keyof Stripe.Refund, unknown>>>

/** A charge that was refunded says how much of it went back so far. */
function readCharge(event: StripeEvent): Reading {
  const charge: Charge = event.data.object
  const billing = partsOf(charge.billing_details)
  const email = textOf(billing.email) ?? textOf(charge.receipt_email)
  const amount = Math.max(0, sumOf(charge.amount_refunded) - neverTaken(charge))

  return aboutPayment({ payment: idOf(charge.payment_intent) ?? idOf(charge.id), email }, [
    { kind: 'refunded', value: { amount, email, name: textOf(billing.name), locale: null } }
  ])
}

function readRefund(event: StripeEvent): Reading {
  const { id, payment_intent, charge, amount, status }: Refund = event.data.object
  const refund = idOf(id)

  return aboutPayment(
    { payment: idOf(payment_intent) ?? idOf(charge) },
    refund === null
      ? []
      : [{ kind: 'refund', value: { refund, amount: sumOf(amount), status: textOf(status) } }]
  )
}

/** With manual capture, Stripe calls it refunded, too, when what was reserved and never taken is let go. */
const neverTaken = ({ amount, amount_captured, captured }: Charge): number =>
  captured === false
    ? sumOf(amount)
    : Math.max(0, sumOf(amount) - (amountOf(amount_captured) ?? sumOf(amount)))

const sumOf = (amount: unknown) => Math.max(0, amountOf(amount) ?? 0)
