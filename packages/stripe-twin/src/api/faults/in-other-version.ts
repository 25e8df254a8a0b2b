import type Stripe from 'stripe'
import { createIds } from '../../seed/ids.ts'
import { createRandom } from '../../seed/random.ts'
import { makeCharge, refuseCharge } from '../../sequences/payments/charge.ts'
import { makeMethod } from '../../sequences/payments/method.ts'
import type { TwinEvent, TwinObject } from '../../sequences/twin-event.ts'

/** The last version in which a payment intent held a list of its charges. */
const OLD_VERSION = '2022-08-01'

/** The event as an older version of the API writes it: what it shows lacks the fields of later years. */
export const inOtherVersion = (event: TwinEvent, version = OLD_VERSION): TwinEvent =>
  ({
    ...event,
    api_version: version,
    data: { ...event.data, object: older(event.data.object) }
  }) as TwinEvent

function older(object: TwinObject): object {
  switch (object.object) {
    case 'payment_intent':
      return olderIntent(object)
    case 'checkout.session':
      return without(object, NEW_IN_SESSIONS)
    case 'refund':
      return without(object, ['customer', 'customer_account', 'destination_details'])
    case 'dispute':
      return without(object, [
        'enhanced_eligibility_types',
        'intended_submission_method',
        'payment_method_details'
      ])
    default:
      return object
  }
}

/** The charge itself stood where only its id stands today. */
function olderIntent(intent: Stripe.PaymentIntent): object {
  const { latest_charge, ...rest } = without(intent, NEW_IN_INTENTS)
  const url = `/v1/charges?payment_intent=${intent.id}`
  const data = typeof latest_charge === 'string' ? [chargeOf(intent, latest_charge)] : []
  const charges = { object: 'list', data, has_more: false, total_count: data.length, url }
  return {
    ...rest,
    capture_method: intent.capture_method === 'manual' ? 'manual' : 'automatic',
    charges
  }
}

function chargeOf(intent: Stripe.PaymentIntent, id: string): Stripe.Charge {
  const failed = intent.last_payment_error?.charge === id
  const { amount, currency, receipt_email, metadata, created } = intent
  const order = { id: '', amount, currency, email: receipt_email ?? '', name: '', locale: null }
  const checkout = { order, ids: createIds(createRandom(id)), now: created }
  const method = intent.last_payment_error?.payment_method ?? {
    ...makeMethod(checkout, 'card'),
    ...(typeof intent.payment_method === 'string' && { id: intent.payment_method })
  }
  const charge = makeCharge(checkout, { intent: intent.id, method, metadata, id })
  return failed ? refuseCharge(charge) : charge
}

const NEW_IN_INTENTS = [
  'allowed_payment_method_types',
  'customer_account',
  'excluded_payment_method_types',
  'managed_payments',
  'payment_method_configuration_details',
  'payment_record'
] as const satisfies (keyof Stripe.PaymentIntent)[]

const NEW_IN_SESSIONS = [
  'adaptive_pricing',
  'allowed_payment_method_types',
  'client_secret',
  'collected_information',
  'currency_conversion',
  'custom_fields',
  'custom_text',
  'customer_account',
  'discounts',
  'integration_identifier',
  'invoice',
  'invoice_creation',
  'managed_payments',
  'origin_context',
  'payment_method_configuration_details',
  'permissions',
  'saved_payment_method_options',
  'ui_mode',
  'wallet_options'
] as const satisfies (keyof Stripe.Checkout.Session)[]

function without<T extends object, Name extends keyof T>(object: T, names: readonly Name[]): Omit<T, Name> {
  const left = Object.entries(object).filter(([name]) => !names.some(other => other === name))
  return Object.fromEntries(left) as Omit<T, Name>
}
