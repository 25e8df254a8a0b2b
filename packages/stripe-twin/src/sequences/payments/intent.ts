import type Stripe from 'stripe'
import type { Checkout } from '../sequence.ts'
import { methodOf, type Way } from './method.ts'

type Intent = Stripe.PaymentIntent

const MINUTE_S = 60

/** A payment intent as the shop's server created it a minute ago: it names the order, and nobody has tried to pay yet. */
export function openIntent({ order, ids, now }: Checkout, way: Way, id = ids.paymentIntent()): Intent {
  const method = methodOf(way, order.currency)
  return {
    ...UNUSED,
    id,
    object: 'payment_intent',
    amount: order.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    capture_method: 'automatic_async',
    client_secret: `${id}_secret_${ids.fragment()}`,
    confirmation_method: 'automatic',
    created: now - MINUTE_S,
    currency: order.currency,
    livemode: false,
    metadata: { order_id: order.id },
    payment_method_options: optionsOf(method),
    payment_method_types: [method],
    receipt_email: order.email,
    status: 'requires_payment_method'
  }
}

function optionsOf(method: ReturnType<typeof methodOf>): Stripe.PaymentIntent.PaymentMethodOptions {
  if (method !== 'card') return { [method]: {} }
  return {
    card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' }
  }
}

/** One try to pay: with what, and as which charge. */
export type Attempt = Readonly<{ method: Stripe.PaymentMethod; charge: string }>

export const succeed = (intent: Intent, { method, charge }: Attempt): Intent => ({
  ...intent,
  amount_capturable: 0,
  amount_received: intent.amount,
  last_payment_error: null,
  latest_charge: charge,
  next_action: null,
  payment_method: method.id,
  status: 'succeeded'
})

/** The debit is with the bank, which says days later what has come of it. */
export const startDebit = (intent: Intent, { method, charge }: Attempt): Intent => ({
  ...intent,
  latest_charge: charge,
  payment_method: method.id,
  status: 'processing'
})

type Refusal = Omit<Stripe.PaymentIntent.LastPaymentError, 'charge' | 'payment_method'>

/** The attempt came to nothing; another may follow. */
export const decline = (intent: Intent, { method, charge }: Attempt, refusal: Refusal): Intent => ({
  ...intent,
  last_payment_error: { ...refusal, charge, payment_method: method },
  latest_charge: charge,
  next_action: null,
  payment_method: null,
  status: 'requires_payment_method'
})

/** The card's bank said no. */
export const CARD_DECLINED: Refusal = {
  advice_code: 'try_again_later',
  code: 'card_declined',
  decline_code: 'generic_decline',
  message: 'Your card was declined.',
  type: 'card_error'
}

/** The account that was debited was empty. */
export const ACCOUNT_EMPTY: Refusal = {
  code: 'payment_intent_payment_attempt_failed',
  message: 'The payment failed: there is not enough money in the account.',
  type: 'invalid_request_error'
}

/** Money is set aside on the card until the shop takes it, or does not. */
export const setAside = (intent: Intent, { method, charge }: Attempt): Intent => ({
  ...intent,
  amount_capturable: intent.amount,
  latest_charge: charge,
  payment_method: method.id,
  status: 'requires_capture'
})

/** The shop let it go. */
export const cancel = (intent: Intent, now: number): Intent => ({
  ...intent,
  amount_capturable: 0,
  canceled_at: now,
  cancellation_reason: 'requested_by_customer',
  status: 'canceled'
})

/** What a plain payment makes no use of; Stripe sends these fields all the same. */
const UNUSED = {
  allowed_payment_method_types: null,
  application: null,
  application_fee_amount: null,
  automatic_payment_methods: null,
  canceled_at: null,
  cancellation_reason: null,
  customer: null,
  customer_account: null,
  description: null,
  excluded_payment_method_types: null,
  last_payment_error: null,
  latest_charge: null,
  managed_payments: { enabled: false },
  next_action: null,
  on_behalf_of: null,
  payment_method: null,
  payment_method_configuration_details: null,
  payment_record: null,
  processing: null,
  review: null,
  setup_future_usage: null,
  shipping: null,
  source: null,
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  transfer_data: null,
  transfer_group: null
} as const satisfies Partial<Intent>
