import type Stripe from 'stripe'
import { badRequest, missing } from '../http/api-error.ts'
import type { Form, FormValue } from '../http/read-form.ts'

/** Every parameter that Stripe knows here: another one is a slip of the pen, and is told at once. Most change nothing at the twin. */
const KNOWN: readonly string[] = [
  'adaptive_pricing',
  'after_expiration',
  'allow_promotion_codes',
  'allowed_payment_method_types',
  'automatic_tax',
  'billing_address_collection',
  'branding_settings',
  'cancel_url',
  'client_reference_id',
  'consent_collection',
  'currency',
  'custom_fields',
  'custom_text',
  'customer',
  'customer_account',
  'customer_creation',
  'customer_email',
  'customer_update',
  'discounts',
  'excluded_payment_method_types',
  'expand',
  'expires_at',
  'integration_identifier',
  'invoice_creation',
  'line_items',
  'locale',
  'managed_payments',
  'metadata',
  'mode',
  'name_collection',
  'optional_items',
  'origin_context',
  'payment_intent_data',
  'payment_method_collection',
  'payment_method_configuration',
  'payment_method_data',
  'payment_method_options',
  'permissions',
  'phone_number_collection',
  'redirect_on_completion',
  'return_url',
  'saved_payment_method_options',
  'setup_intent_data',
  'shipping_address_collection',
  'shipping_options',
  'submit_type',
  'subscription_data',
  'success_url',
  'tax_id_collection',
  'ui_mode',
  'wallet_options'
] satisfies (keyof Stripe.Checkout.SessionCreateParams)[]

export function refuseUnknown(form: Form): void {
  for (const name of form.keys())
    if (!KNOWN.includes(name))
      throw badRequest(
        `Received unknown parameter: ${name.slice(0, 80)}`,
        name.slice(0, 80),
        'parameter_unknown'
      )
}

/** The text of a parameter, null if it was not given or is empty. */
export function textOf(form: Form, name: string, param = name): string | null {
  const value = form.get(name) ?? ''
  if (typeof value !== 'string') throw badRequest('Invalid string', param)
  return value === '' ? null : value
}

export function requiredText(form: Form, name: string, param = name): string {
  const text = textOf(form, name, param)
  if (text === null) throw missing(param)
  return text
}

export function mapOf(value: FormValue | undefined, param: string): Form {
  if (typeof value === 'string' && value !== '') throw badRequest('Invalid object', param)
  return value instanceof Map ? value : new Map()
}

/** A whole number from `least` on, small enough to be counted exactly. */
export function integerOf(text: string, param: string, least: number): number {
  const value = Number(text)
  if (!/^\d{1,12}$/.test(text) || value < least)
    throw badRequest(
      `Invalid integer: it must be a whole number, ${least} or more`,
      param,
      'parameter_invalid_integer'
    )
  return value
}

/** By docs.stripe.com/api/metadata: up to 50 keys of 40 characters with values of 500. */
export function metadataOf(form: Form, name: string, param = name): Record<string, string> {
  const entries = [...mapOf(form.get(name), param)].filter(([, value]) => value !== '')
  if (entries.length > 50) throw badRequest('Metadata can have up to 50 keys.', param)
  for (const [key, value] of entries) {
    if (key.length > 40) throw badRequest('Metadata keys can have up to 40 characters.', param)
    if (typeof value !== 'string' || value.length > 500)
      throw badRequest('Metadata values must be texts of up to 500 characters.', `${param}[${key}]`)
  }
  return Object.fromEntries(entries) as Record<string, string>
}
