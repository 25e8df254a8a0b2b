import { isObject, type StripeEvent } from '@paidonce/shared/stripe-event'
import { idOf, partsOf, textOf } from './fields.ts'

/** An object that Stripe was asked for, and the account that it is of; '' is one's own. */
export type AskedObject = Readonly<{ object: Readonly<Record<string, unknown>>; account: string }>

/**
 * What Stripe says of an object now, as the event that would have told it; so the same reading gives the same facts. Asked
 * again in the same state it is the same event; in another state it is another, so that an answer that was overtaken
 * takes nothing back. Undefined for an object that tells nothing that would be acted on.
 */
export function asEvent({ object, account }: AskedObject, nowS: number): StripeEvent | undefined {
  const id = idOf(object.id)
  const type = typeOf(object)
  if (id === null || type === undefined) return undefined
  return {
    id: `${ASKED}${id}${stateOf(object)}`,
    object: 'event',
    type,
    created: nowS,
    livemode: object.livemode === true,
    ...(account !== '' && { account }),
    data: { object: { ...object } }
  }
}

const ASKED = 'evt_asked_'

/** Whether an id is of an event that nobody sent: see `asEvent`. */
export const isAskedFor = (eventId: string): boolean => eventId.startsWith(ASKED)

/** "_complete_paid" */
const stateOf = (object: AskedObject['object']): string =>
  [object.status, object.payment_status, partsOf(object.payment_intent).status]
    .map(part => textOf(part)?.replace(/\W/g, '') ?? '')
    .filter(part => part !== '')
    .map(part => `_${part.slice(0, 40)}`)
    .join('')

function typeOf(object: AskedObject['object']): string | undefined {
  const kind = textOf(object.object)
  const status = textOf(object.status) ?? ''
  if (kind === 'checkout.session') return isGivenUp(object) ? SESSION_FAILED : SESSION[status]
  if (kind === 'payment_intent') return intentType(object, status)
  if (kind === 'refund') return 'refund.updated'
  if (kind === 'dispute') return 'charge.dispute.updated'
  return undefined
}

const SESSION: Readonly<Record<string, string>> = {
  complete: 'checkout.session.completed',
  expired: 'checkout.session.expired'
}

const SESSION_FAILED = 'checkout.session.async_payment_failed'

/** Gone through with, not paid, and its intent, where it comes with the session, waits for another payment method. */
const isGivenUp = (session: AskedObject['object']): boolean =>
  session.status === 'complete' &&
  session.payment_status === 'unpaid' &&
  partsOf(session.payment_intent).status === 'requires_payment_method'

const INTENT: Readonly<Record<string, string>> = {
  succeeded: 'payment_intent.succeeded',
  processing: 'payment_intent.processing',
  requires_action: 'payment_intent.requires_action',
  requires_capture: 'payment_intent.amount_capturable_updated',
  canceled: 'payment_intent.canceled'
}

/** Refused, an intent waits for another payment method, and says what the last one came to. */
const intentType = (intent: AskedObject['object'], status: string): string | undefined =>
  status === 'requires_payment_method' && isObject(intent.last_payment_error)
    ? 'payment_intent.payment_failed'
    : INTENT[status]
