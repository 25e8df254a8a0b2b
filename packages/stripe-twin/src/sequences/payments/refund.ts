import type Stripe from 'stripe'
import type { Checkout } from '../sequence.ts'

/** Before the card's bank has a number for it. */
export const UNNAMED: Stripe.Refund.DestinationDetails = {
  card: { reference_status: 'pending', type: 'refund' },
  type: 'card'
}

/** So much goes back to where it came from. */
export function makeRefund(
  { ids, now }: Checkout,
  charge: Stripe.Charge,
  { amount, status }: Readonly<{ amount: number; status: 'succeeded' | 'pending' }>
): Stripe.Refund {
  return {
    id: ids.refund(),
    object: 'refund',
    amount,
    balance_transaction: ids.balanceTransaction(),
    charge: charge.id,
    created: now,
    currency: charge.currency,
    customer: null,
    customer_account: null,
    destination_details: UNNAMED,
    metadata: {},
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    ...(status === 'pending' && { pending_reason: 'processing' as const }),
    reason: 'requested_by_customer',
    receipt_number: null,
    source_transfer_reversal: null,
    status,
    transfer_reversal: null
  }
}

/** The number by which the card's bank finds it, known days later. */
export const nameRefund = (refund: Stripe.Refund): Stripe.Refund => ({
  ...refund,
  destination_details: {
    card: {
      reference: '24692161175800123456789',
      reference_status: 'available',
      reference_type: 'acquirer_reference_number',
      type: 'refund'
    },
    type: 'card'
  }
})

/** The card's bank would not take it: the money is with the shop again. */
export function failRefund(
  { ids }: Checkout,
  { pending_reason: _, ...refund }: Stripe.Refund
): Stripe.Refund {
  return {
    ...refund,
    failure_balance_transaction: ids.balanceTransaction(),
    failure_reason: 'expired_or_canceled_card',
    status: 'failed'
  }
}

/** The charge after so much more went back: it counts up. */
export function refundCharge(charge: Stripe.Charge, amount: number): Stripe.Charge {
  const amount_refunded = charge.amount_refunded + amount
  return { ...charge, amount_refunded, refunded: amount_refunded === charge.amount }
}
