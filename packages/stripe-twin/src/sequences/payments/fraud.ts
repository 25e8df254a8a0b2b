import type Stripe from 'stripe'
import type { Checkout } from '../sequence.ts'

/** The card's bank has reason to think that somebody else used the card. */
export const warnOfFraud = (
  { ids, now }: Checkout,
  { id, payment_intent }: Stripe.Charge
): Stripe.Radar.EarlyFraudWarning => ({
  id: ids.fraudWarning(),
  object: 'radar.early_fraud_warning',
  actionable: true,
  charge: id,
  created: now,
  fraud_type: 'unauthorized_use_of_card',
  livemode: false,
  payment_intent: String(payment_intent)
})

/** A rule of Radar wants a person of the shop to look at the payment. */
export const openReview = ({ ids, now }: Checkout, { id, payment_intent }: Stripe.Charge): Stripe.Review => ({
  id: ids.review(),
  object: 'review',
  billing_zip: null,
  charge: id,
  closed_reason: null,
  created: now,
  ip_address: null,
  ip_address_location: null,
  livemode: false,
  open: true,
  opened_reason: 'rule',
  payment_intent: String(payment_intent),
  reason: 'rule',
  session: null
})

export const approve = (review: Stripe.Review): Stripe.Review => ({
  ...review,
  closed_reason: 'approved',
  open: false,
  reason: 'approved'
})
