import type Stripe from 'stripe'
import { methodOf } from './method.ts'

type Intent = Stripe.PaymentIntent
type NextAction = Stripe.PaymentIntent.NextAction

const DAY_S = 86_400

/** What the buyer has to do next, and is shown. */
export const askFor = (intent: Intent, next: NextAction, method: Stripe.PaymentMethod): Intent => ({
  ...intent,
  next_action: next,
  payment_method: method.id,
  status: 'requires_action'
})

/** The buyer's bank wants to see the buyer, who is there: in a minute all is decided. */
export const authenticate = (intent: Intent): NextAction => ({
  type: 'use_stripe_sdk',
  use_stripe_sdk: {
    type: 'three_d_secure_redirect',
    stripe_js: `https://hooks.stripe.com/redirect/authenticate/${intent.id}`
  }
})

/** The buyer has a slip to pay at a counter in the next three days. Which kind depends on the currency. */
export function payTheSlip({ currency, id }: Intent, now: number): NextAction {
  const hosted_voucher_url = `https://payments.stripe.com/voucher/test_${id}`
  const expires_at = now + 3 * DAY_S
  switch (methodOf('voucher', currency)) {
    case 'konbini': {
      const store = { confirmation_number: '00000000000', payment_code: '000000' }
      const stores = { familymart: store, lawson: store, ministop: store, seicomart: store }
      return {
        type: 'konbini_display_details',
        konbini_display_details: { expires_at, hosted_voucher_url, stores }
      }
    }
    case 'multibanco':
      return {
        type: 'multibanco_display_details',
        multibanco_display_details: {
          entity: '12345',
          expires_at,
          hosted_voucher_url,
          reference: '123456789'
        }
      }
    case 'boleto': {
      const number = '01010101010101010101010101010101010101010101010'
      return {
        type: 'boleto_display_details',
        boleto_display_details: { expires_at, hosted_voucher_url, number, pdf: `${hosted_voucher_url}.pdf` }
      }
    }
    default:
      return {
        type: 'oxxo_display_details',
        oxxo_display_details: {
          expires_after: expires_at,
          hosted_voucher_url,
          number: '01234567890123456789'
        }
      }
  }
}

/** The buyer knows an account to send the money to, in as many parts as it takes. */
export const sendTheMoney = ({ currency, id }: Intent, amountRemaining: number): NextAction => ({
  type: 'display_bank_transfer_instructions',
  display_bank_transfer_instructions: {
    amount_remaining: amountRemaining,
    currency,
    financial_addresses: [],
    hosted_instructions_url: `https://payments.stripe.com/bank_transfers/instructions/test_${id}`,
    reference: 'J9X0C7',
    type: TRANSFERS.get(currency) ?? 'us_bank_transfer'
  }
})

const TRANSFERS: ReadonlyMap<string, Stripe.PaymentIntent.NextAction.DisplayBankTransferInstructions.Type> =
  new Map([
    ['eur', 'eu_bank_transfer'],
    ['gbp', 'gb_bank_transfer'],
    ['jpy', 'jp_bank_transfer'],
    ['mxn', 'mx_bank_transfer']
  ])
