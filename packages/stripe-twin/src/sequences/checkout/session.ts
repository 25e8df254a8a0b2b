import type Stripe from 'stripe'
import type { Checkout } from '../sequence.ts'

type Session = Stripe.Checkout.Session

const DAY_S = 86_400
const MINUTE_S = 60

/** How the buyer means to pay: at once, or by a method whose money comes, or does not, days later. */
export type Method = 'card' | 'delayed'

/** A session as the shop's server created it a minute ago and the buyer sees it. It is never in an event like this. */
export function openSession({ order, ids, now }: Checkout, method: Method): Session {
  return {
    ...UNUSED,
    id: ids.session(),
    object: 'checkout.session',
    amount_subtotal: order.amount,
    amount_total: order.amount,
    cancel_url: 'https://shop.example/basket',
    created: now - MINUTE_S,
    currency: order.currency,
    customer_creation: 'if_required',
    expires_at: now - MINUTE_S + DAY_S,
    livemode: false,
    locale: order.locale,
    metadata: { order_id: order.id },
    mode: 'payment',
    payment_method_collection: 'if_required',
    payment_status: 'unpaid',
    status: 'open',
    success_url: 'https://shop.example/thanks?session_id={CHECKOUT_SESSION_ID}',
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: `https://checkout.stripe.com/c/pay/${ids.fragment()}`,
    ...payingBy(method, order.currency)
  }
}

/** The buyer went through with it. The payment intent is made only then. */
export const completeSession = (
  { order, ids }: Checkout,
  open: Session,
  paid: 'paid' | 'unpaid'
): Session => ({
  ...open,
  ...buyerGiven(order),
  payment_intent: ids.paymentIntent(),
  payment_status: paid,
  status: 'complete',
  url: null
})

/** A voucher paid for everything: there is no payment intent at all. */
export const completeFreeSession = ({ order }: Checkout, open: Session): Session => ({
  ...open,
  ...buyerGiven(order),
  amount_total: 0,
  payment_status: 'no_payment_required',
  status: 'complete',
  total_details: { amount_discount: order.amount, amount_shipping: 0, amount_tax: 0 },
  url: null
})

/** A card is stored for later; no money is asked for. */
export const completeSetupSession = ({ order, ids }: Checkout, open: Session): Session => ({
  ...open,
  ...buyerGiven(order),
  amount_subtotal: null,
  amount_total: null,
  currency: null,
  mode: 'setup',
  payment_method_collection: 'always',
  payment_status: 'no_payment_required',
  setup_intent: ids.setupIntent(),
  status: 'complete',
  total_details: null,
  url: null
})

/** Nobody went through with it in time. What the buyer may have typed is not told without consent. */
export const expireSession = (open: Session, now: number): Session => ({
  ...open,
  created: now - DAY_S,
  expires_at: now,
  status: 'expired',
  url: null
})

const buyerGiven = ({ email, name }: Checkout['order']) => ({
  collected_information: { business_name: null, individual_name: null, shipping_details: null },
  customer_details: {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name,
    phone: null,
    tax_exempt: 'none',
    tax_ids: []
  }
})

/** Which delayed method there is depends on the currency; bank transfers stand for the rest. */
function payingBy(method: Method, currency: string): Payment {
  if (method === 'card')
    return {
      payment_method_types: ['card'],
      payment_method_options: { card: { request_three_d_secure: 'automatic' } }
    }
  return (
    DELAYED.get(currency) ?? {
      payment_method_types: ['customer_balance'],
      payment_method_options: { customer_balance: { funding_type: 'bank_transfer' } }
    }
  )
}

type Payment = Pick<Session, 'payment_method_types' | 'payment_method_options'>

const DELAYED: ReadonlyMap<string, Payment> = new Map([
  ['eur', { payment_method_types: ['sepa_debit'], payment_method_options: { sepa_debit: {} } }],
  ['usd', { payment_method_types: ['us_bank_account'], payment_method_options: { us_bank_account: {} } }],
  [
    'jpy',
    { payment_method_types: ['konbini'], payment_method_options: { konbini: { expires_after_days: null } } }
  ]
])

/** What a plain checkout makes no use of; Stripe sends these fields all the same. */
const UNUSED = {
  adaptive_pricing: { enabled: false },
  after_expiration: null,
  allow_promotion_codes: null,
  allowed_payment_method_types: null,
  automatic_tax: { enabled: false, liability: null, provider: null, status: null },
  billing_address_collection: null,
  client_reference_id: null,
  client_secret: null,
  collected_information: null,
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  custom_fields: [],
  custom_text: {
    after_submit: null,
    shipping_address: null,
    submit: null,
    terms_of_service_acceptance: null
  },
  customer: null,
  customer_account: null,
  customer_details: null,
  customer_email: null,
  discounts: [],
  integration_identifier: null,
  invoice: null,
  invoice_creation: {
    enabled: false,
    invoice_data: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: null,
      metadata: {},
      rendering_options: null
    }
  },
  managed_payments: { enabled: false },
  origin_context: null,
  payment_intent: null,
  payment_link: null,
  payment_method_configuration_details: null,
  permissions: null,
  phone_number_collection: { enabled: false },
  recovered_from: null,
  saved_payment_method_options: null,
  setup_intent: null,
  shipping_address_collection: null,
  shipping_cost: null,
  shipping_options: [],
  submit_type: null,
  subscription: null,
  wallet_options: null
} satisfies Partial<Session>
