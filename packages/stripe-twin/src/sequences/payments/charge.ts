import type Stripe from 'stripe'
import { halfOf } from '../expected.ts'
import type { Checkout } from '../sequence.ts'

type Paying = Readonly<{
  /** The payment intent's id. */
  intent: string
  method: Stripe.PaymentMethod
  /** As the payment intent has it. Checkout gives a session's metadata to neither. */
  metadata?: Stripe.Metadata
  id?: string
}>

/** Money that came: one attempt of a payment intent, which went through. */
export function makeCharge(
  { order, ids, now }: Checkout,
  { intent, method, metadata = {}, id = ids.charge(method.type) }: Paying
): Stripe.Charge {
  return {
    ...UNUSED,
    id,
    object: 'charge',
    amount: order.amount,
    amount_captured: order.amount,
    amount_refunded: 0,
    balance_transaction: ids.balanceTransaction(),
    billing_details: method.billing_details,
    calculated_statement_descriptor: 'SHOP EXAMPLE',
    captured: true,
    created: now,
    currency: order.currency,
    metadata,
    outcome: {
      advice_code: null,
      network_advice_code: null,
      network_decline_code: null,
      network_status: 'approved_by_network',
      reason: null,
      risk_level: method.type === 'card' ? 'normal' : 'not_assessed',
      ...(method.type === 'card' && { risk_score: 21 }),
      seller_message: 'Payment complete.',
      type: 'authorized'
    },
    paid: true,
    payment_intent: intent,
    payment_method: method.id,
    payment_method_details: { type: method.type, ...detailsOf(method, order.amount) },
    receipt_email: order.email,
    receipt_url: `https://pay.stripe.com/receipts/payment/${ids.fragment()}`,
    refunded: false,
    status: 'succeeded'
  }
}

/** The card's bank said no. */
export const refuseCharge = (charge: Stripe.Charge): Stripe.Charge => ({
  ...charge,
  amount_captured: 0,
  balance_transaction: null,
  captured: false,
  failure_code: 'card_declined',
  failure_message: 'Your card was declined.',
  outcome: {
    advice_code: 'try_again_later',
    network_advice_code: null,
    network_decline_code: '05',
    network_status: 'declined_by_network',
    reason: 'generic_decline',
    risk_level: 'normal',
    risk_score: 21,
    seller_message: 'The bank did not return any further details with this decline.',
    type: 'issuer_declined'
  },
  paid: false,
  receipt_url: null,
  status: 'failed'
})

/** Money that was set aside and never taken is free again. */
export const releaseCharge = (charge: Stripe.Charge): Stripe.Charge => ({
  ...charge,
  amount_captured: 0,
  amount_refunded: charge.amount,
  balance_transaction: null,
  captured: false,
  refunded: true
})

/** Half of what was set aside was taken; the rest is free again. */
export const captureHalf = (charge: Stripe.Charge): Stripe.Charge => ({
  ...charge,
  amount_captured: halfOf(charge.amount),
  amount_refunded: charge.amount - halfOf(charge.amount)
})

/** How such an attempt looks at the charge; of a card that is more than what the buyer gave. */
function detailsOf({ type, card, ...others }: Stripe.PaymentMethod, amount: number) {
  if (card === undefined) return { [type]: others[type as 'oxxo'] ?? {} }
  const { networks: _, three_d_secure_usage: __, generated_from: ___, display_brand: ____, ...shown } = card
  return {
    card: {
      ...shown,
      amount_authorized: amount,
      authorization_code: null,
      electronic_commerce_indicator: null,
      installments: null,
      mandate: null,
      network: 'visa',
      network_token: { used: false },
      network_transaction_id: '104192170217119',
      three_d_secure: null,
      transaction_link_id: null,
      wallet: null
    }
  }
}

/** What a plain payment makes no use of; Stripe sends these fields all the same. */
const UNUSED = {
  application: null,
  application_fee: null,
  application_fee_amount: null,
  customer: null,
  description: null,
  disputed: false,
  failure_balance_transaction: null,
  failure_code: null,
  failure_message: null,
  fraud_details: {},
  livemode: false,
  on_behalf_of: null,
  radar_options: {},
  receipt_number: null,
  review: null,
  shipping: null,
  source: null,
  source_transfer: null,
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  transfer_data: null,
  transfer_group: null
} as const satisfies Partial<Stripe.Charge>
