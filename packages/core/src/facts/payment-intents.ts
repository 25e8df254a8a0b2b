import type { StripeEvent } from '@paidonce/shared/stripe-event'
import type Stripe from 'stripe'
import { aboutPayment } from './about-payment.ts'
import type { Amount, Attempt, Buyer, Told } from './fact.ts'
import { amountOf, idOf, partsOf, textOf } from './fields.ts'
import { orderIdInMetadata } from './order-id.ts'
import type { Reading, ReadingRules, ReadOne } from './reading.ts'

/**
 * Payment intents, by docs.stripe.com/payments/paymentintents/lifecycle. One that a Checkout Session made is the same
 * payment as its session's; a bare one counts for the order that its metadata names.
 */
export const paymentIntents = {
  'payment_intent.succeeded': (event, rules) =>
    readIntent(event, rules, intent => [
      { kind: 'paid', value: { ...receivedBy(intent), ...buyerOf(intent) } }
    ]),

  'payment_intent.payment_failed': (event, rules) =>
    readIntent(event, rules, intent => [
      { kind: 'declined', value: { ...dueBy(intent), ...buyerOf(intent), ...failedAttempt(intent) } }
    ]),

  'payment_intent.processing': (event, rules) => readIntent(event, rules, underway),
  // Manual capture: the money is reserved, and the shop has to take it.
  'payment_intent.amount_capturable_updated': (event, rules) => readIntent(event, rules, underway),
  // A bank transfer came in part; the rest is awaited.
  'payment_intent.partially_funded': (event, rules) => readIntent(event, rules, underway),

  'payment_intent.requires_action': (event, rules) =>
    readIntent(event, rules, intent => (holdsInstructions(intent) ? underway(intent) : [])),

  'payment_intent.canceled': (event, rules) =>
    readIntent(event, rules, () => [{ kind: 'canceled', value: {} }])
} satisfies { [Type in Stripe.Event['type']]?: ReadOne }

type Intent = Readonly<Partial<Record<keyof Stripe.PaymentIntent, unknown>>>

function readIntent(
  event: StripeEvent,
  { orderIdFrom }: ReadingRules,
  tell: (intent: Intent) => readonly Told[]
): Reading {
  const intent: Intent = event.data.object
  return aboutPayment(
    {
      payment: idOf(intent.id),
      order: orderIdInMetadata(intent, orderIdFrom),
      email: buyerOf(intent).email
    },
    tell(intent)
  )
}

const underway = (intent: Intent): Told[] => [
  { kind: 'underway', value: { ...dueBy(intent), ...currentAttempt(intent) } }
]

/** The buyer went away with a voucher or bank details to pay by; otherwise they are still there, and nothing is decided. */
function holdsInstructions(intent: Intent): boolean {
  const type = textOf(partsOf(intent.next_action).type) ?? ''
  return type.endsWith('_display_details') || type === 'display_bank_transfer_instructions'
}

const dueBy = (intent: Intent): Amount => ({
  amount: amountOf(intent.amount),
  currency: textOf(intent.currency)
})

const receivedBy = (intent: Intent): Amount => ({
  amount: amountOf(intent.amount_received) ?? amountOf(intent.amount),
  currency: textOf(intent.currency)
})

const currentAttempt = (intent: Intent): Attempt => ({
  charge: idOf(intent.latest_charge) ?? newestCharge(intent),
  method: idOf(intent.payment_method)
})

/** Until API version 2022-11-15 an intent held its charges, the newest first. */
function newestCharge(intent: Intent & Readonly<{ charges?: unknown }>): string | null {
  const { data } = partsOf(intent.charges)
  return Array.isArray(data) ? idOf(data[0]) : null
}

function failedAttempt(intent: Intent): Attempt {
  const error = partsOf(intent.last_payment_error)
  return { charge: idOf(error.charge), method: idOf(error.payment_method) }
}

/** An intent has no language. */
function buyerOf(intent: Intent): Buyer {
  const method = partsOf(partsOf(intent.last_payment_error).payment_method)
  const billing = partsOf(method.billing_details)
  return {
    email: textOf(intent.receipt_email) ?? textOf(billing.email),
    name: textOf(billing.name) ?? textOf(partsOf(intent.shipping).name),
    locale: null
  }
}
