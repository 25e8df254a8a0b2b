import { type CheckoutType, checkoutEvent } from '../support/events.ts'

/** What must become of such an event: the order's status (null: there is no order), or that nothing is queued. */
export type Outcome = Readonly<{ status: string | null }> | 'ignored' | 'refused'

export type Shape = Readonly<{
  name: string
  event: Readonly<Record<string, unknown>>
  order: string
  outcome: Outcome
}>

const FULFILLED: Outcome = { status: 'fulfilled' }

type Change = Readonly<Record<string, unknown>>

let made = 0

/** A paid session's event, with fields of the event and of its session changed; `undefined` takes one away. */
function shape(
  name: string,
  outcome: Outcome,
  { event = {}, data = {}, session = {}, type = 'completed' }: Made
): Shape {
  const order = `shape-${++made}`
  const base = checkoutEvent(type, { order })
  const object = { ...base.data.object, ...session }
  return { name, order, outcome, event: { ...base, data: { object, ...data }, ...event } }
}

type Made = Readonly<{ event?: Change; data?: Change; session?: Change; type?: CheckoutType }>

/** Events as older, and perhaps coming, API versions write them. Made by hand. */
export const OLD_SHAPES: readonly Shape[] = [
  shape('whose request is a text, as before 2017', FULFILLED, {
    event: { request: 'req_1', api_version: '2016-07-06' }
  }),
  shape('whose request is null', FULFILLED, { event: { request: null } }),
  shape('without API version and pending webhooks', FULFILLED, { event: { api_version: null } }),
  shape('created at a fraction of a second', FULFILLED, { event: { created: Date.now() / 1000 } }),
  shape('that names its account as user_id', FULFILLED, { event: { user_id: 'acct_1' } }),
  shape('of no account, said as null', FULFILLED, { event: { account: null } }),
  shape('that says what was before', FULFILLED, {
    data: { previous_attributes: { status: 'open' } }
  }),
  shape('with fields of next year', FULFILLED, {
    event: { context: { deep: [{}] } },
    session: { wallet: 'x' }
  }),

  shape('whose session has no id', FULFILLED, { session: { id: undefined } }),
  shape(
    'whose session has neither id nor payment',
    { status: null },
    { session: { id: undefined, payment_intent: null } }
  ),
  shape('whose session is empty', { status: null }, { data: { object: {} } }),
  shape(
    'whose session is of 2019',
    { status: 'awaiting_payment' },
    {
      session: {
        payment_status: undefined,
        amount_total: undefined,
        currency: undefined,
        mode: undefined,
        customer_details: undefined,
        display_items: [{ amount: 3_000, currency: 'eur', quantity: 1, type: 'custom' }],
        customer_email: 'buyer@example.com'
      }
    }
  ),
  shape('whose session tells no money', FULFILLED, {
    session: { amount_total: undefined, currency: undefined }
  }),
  shape('whose amount is a text', FULFILLED, { session: { amount_total: '3000' } }),
  shape('whose amount has a fraction', FULFILLED, { session: { amount_total: 30.5 } }),
  shape('whose amount is negative', FULFILLED, { session: { amount_total: -3_000 } }),
  shape('whose amount is as large as a number can be', FULFILLED, {
    session: { amount_total: Number.MAX_SAFE_INTEGER }
  }),
  shape('whose currency is in capitals', FULFILLED, { session: { currency: 'EUR' } }),
  shape('whose payment is expanded', FULFILLED, {
    session: { payment_intent: { id: 'pi_expanded', object: 'payment_intent', amount: 3_000 } }
  }),
  shape('of a subscription, which has no payment', FULFILLED, {
    session: { mode: 'subscription', payment_intent: null, subscription: 'sub_1' }
  }),
  shape('that is free', FULFILLED, {
    session: { payment_status: 'no_payment_required', payment_intent: null, amount_total: 0 }
  }),
  shape(
    'that only stores a card',
    { status: null },
    { session: { mode: 'setup', payment_status: 'no_payment_required' } }
  ),
  shape(
    'whose payment status is of next year',
    { status: 'awaiting_payment' },
    { session: { payment_status: 'sponsored' } }
  ),

  shape(
    'of a failed payment whose buyer is in customer_email',
    { status: 'payment_failed' },
    {
      type: 'async_payment_failed',
      session: { customer_details: null, customer_email: 'buyer@example.com' }
    }
  ),
  shape(
    'of a failed payment of a buyer without an address',
    { status: 'payment_failed' },
    {
      type: 'async_payment_failed',
      session: { customer_details: { email: null, name: 5 }, customer_email: undefined }
    }
  ),
  shape(
    'of a failed payment in a locale that is none',
    { status: 'payment_failed' },
    {
      type: 'async_payment_failed',
      session: { locale: { language: 'en' } }
    }
  ),
  shape(
    'of a failed payment without money',
    { status: 'payment_failed' },
    {
      type: 'async_payment_failed',
      session: { amount_total: null, currency: null }
    }
  ),
  shape(
    'of a failed payment in a currency that is none',
    { status: 'payment_failed' },
    {
      type: 'async_payment_failed',
      session: { currency: 'gold' }
    }
  ),
  shape(
    'of an expired session with nothing but its id',
    { status: 'expired' },
    {
      type: 'expired',
      session: {
        payment_intent: undefined,
        amount_total: undefined,
        currency: undefined,
        customer_details: undefined
      }
    }
  ),

  shape('whose object has no id', 'ignored', {
    event: { type: 'balance.available', data: { object: { object: 'balance', available: [] } } }
  }),
  shape('of a charge of 2011', 'ignored', {
    event: { type: 'charge.succeeded', request: 'req_1', data: { object: { id: 'ch_1', fee: 0, card: {} } } }
  }),
  shape('of a type without a dot', 'ignored', { event: { type: 'ping' } }),
  shape('that is thin', 'ignored', {
    event: {
      object: 'v2.core.event',
      type: 'v1.checkout.session.completed',
      created: '2026-11-24T09:30:00Z',
      data: undefined
    }
  }),
  shape('that does not say whether it is live', 'refused', { event: { livemode: undefined } }),
  shape('that does not say that it is one', 'refused', { event: { object: undefined } }),
  shape('created at a text', 'refused', { event: { created: '2011-10-05T14:48:00Z' } }),
  shape('without data', 'refused', { event: { data: undefined } })
]
