import type Stripe from 'stripe'
import type { Checkout } from '../sequence.ts'

/** How the buyer pays: money at once, debited days later, by a slip paid at a counter, or sent to us by transfer. */
export type Way = 'card' | 'debit' | 'voucher' | 'transfer'

/** Which method there is for it depends on the currency; the first of a way stands for the rest. */
const METHODS = {
  card: { any: 'card' },
  debit: { any: 'us_bank_account', eur: 'sepa_debit' },
  voucher: { any: 'oxxo', eur: 'multibanco', jpy: 'konbini', brl: 'boleto' },
  transfer: { any: 'customer_balance' }
} as const satisfies Record<Way, Readonly<Record<string, Stripe.PaymentMethod.Type>>>

export function methodOf(way: Way, currency: string): keyof typeof DETAILS {
  const known: Readonly<Partial<Record<string, keyof typeof DETAILS>>> = METHODS[way]
  return (Object.hasOwn(known, currency) ? known[currency] : undefined) ?? METHODS[way].any
}

/** What the buyer gave to pay with. */
export const makeMethod = ({ order, ids, now }: Checkout, way: Way): Stripe.PaymentMethod => ({
  ...UNUSED,
  id: ids.paymentMethod(),
  billing_details: { address: null, email: order.email, name: order.name, phone: null, tax_id: null },
  created: now,
  ...DETAILS[methodOf(way, order.currency)]
})

const UNUSED = {
  object: 'payment_method',
  allow_redisplay: 'limited',
  customer: null,
  customer_account: null,
  livemode: false,
  metadata: {}
} as const satisfies Partial<Stripe.PaymentMethod>

const DETAILS = {
  card: {
    type: 'card',
    card: {
      brand: 'visa',
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: 'US',
      display_brand: 'visa',
      exp_month: 12,
      exp_year: 2034,
      fingerprint: 'Xt5EWLLDS7FJjR1c',
      funding: 'credit',
      generated_from: null,
      last4: '4242',
      networks: { available: ['visa'], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null
    }
  },
  sepa_debit: {
    type: 'sepa_debit',
    sepa_debit: {
      bank_code: '37040044',
      branch_code: '',
      country: 'DE',
      fingerprint: 'vifs0Ho7vwRn1Miu',
      generated_from: { charge: null, setup_attempt: null },
      last4: '3001'
    }
  },
  us_bank_account: {
    type: 'us_bank_account',
    us_bank_account: {
      account_holder_type: 'individual',
      account_type: 'checking',
      bank_name: 'STRIPE TEST BANK',
      financial_connections_account: null,
      fingerprint: 'FFDMA0JjDFjDf0aS',
      last4: '6789',
      networks: { preferred: 'ach', supported: ['ach'] },
      routing_number: '110000000',
      status_details: {}
    }
  },
  oxxo: { type: 'oxxo', oxxo: {} },
  multibanco: { type: 'multibanco', multibanco: {} },
  konbini: { type: 'konbini', konbini: {} },
  boleto: { type: 'boleto', boleto: { tax_id: '000.000.000-00' } },
  customer_balance: { type: 'customer_balance', customer_balance: {} }
} satisfies Record<string, Partial<Stripe.PaymentMethod> & Pick<Stripe.PaymentMethod, 'type'>>
