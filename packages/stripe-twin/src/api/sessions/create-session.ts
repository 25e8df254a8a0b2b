import type Stripe from 'stripe'
import type { Ids } from '../../seed/ids.ts'
import { openSession } from '../../sequences/checkout/session.ts'
import { badRequest } from '../http/api-error.ts'
import type { Form } from '../http/read-form.ts'
import { basketOf, type Line } from './line-items.ts'
import { mapOf, metadataOf, refuseUnknown, requiredText, textOf } from './parameters.ts'

/** A session, and what its page shows beside it. */
export type Hosted = Readonly<{ session: Stripe.Checkout.Session; lines: readonly Line[] }>

type Chance = Readonly<{ ids: Ids; now: number; urlOf: (sessionId: string) => string }>

/** `POST /v1/checkout/sessions`. `now` is in seconds. Throws ApiError. */
export function createSession(form: Form, { ids, now, urlOf }: Chance): Hosted {
  refuseUnknown(form)
  const mode = requiredText(form, 'mode')
  if (mode !== 'payment') throw badRequest('This stand-in for Stripe only knows mode=payment.', 'mode')
  const { lines, amount, currency } = basketOf(form)
  // Checked as Stripe does; what it becomes part of, the payment intent, is in none of the events that are sent.
  metadataOf(
    mapOf(form.get('payment_intent_data'), 'payment_intent_data'),
    'metadata',
    'payment_intent_data[metadata]'
  )

  const order = { id: '', amount, currency, email: '', name: '', locale: textOf(form, 'locale') }
  const [card, delayed] = (['card', 'delayed'] as const).map(method =>
    openSession({ order, ids, now }, method)
  ) as [Stripe.Checkout.Session, Stripe.Checkout.Session]

  const session: Stripe.Checkout.Session = {
    ...card,
    cancel_url: webUrl(textOf(form, 'cancel_url'), 'cancel_url'),
    created: now,
    client_reference_id: referenceOf(form),
    customer_email: emailOf(form),
    expires_at: now + DAY_S,
    metadata: metadataOf(form, 'metadata'),
    payment_method_types: [...card.payment_method_types, ...delayed.payment_method_types],
    payment_method_options: { ...card.payment_method_options, ...delayed.payment_method_options },
    success_url: webUrl(requiredText(form, 'success_url'), 'success_url'),
    url: urlOf(card.id)
  }
  return { session, lines: lines.map(line => ({ ...line, id: ids.lineItem() })) }
}

const DAY_S = 86_400

function webUrl<Text extends string | null>(text: Text, param: string): Text {
  if (text !== null && !(URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)))
    throw badRequest(
      'Not a valid URL: it must begin with http:// or https://, as https://shop.example does.',
      param,
      'url_invalid'
    )
  return text
}

function referenceOf(form: Form): string | null {
  const reference = textOf(form, 'client_reference_id')
  if (reference !== null && reference.length > 200)
    throw badRequest('client_reference_id can have up to 200 characters.', 'client_reference_id')
  return reference
}

function emailOf(form: Form): string | null {
  const email = textOf(form, 'customer_email')
  if (email !== null && !/^[^\s@]+@[^\s@]+$/.test(email))
    throw badRequest('Invalid email address.', 'customer_email', 'email_invalid')
  return email
}
