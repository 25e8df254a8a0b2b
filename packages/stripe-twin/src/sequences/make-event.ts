import type Stripe from 'stripe'
import { API_VERSION } from '../stripe/api-version.ts'
import type { Checkout, TwinEvent } from './sequence.ts'

/** A snapshot event as Stripe sends it for something that a buyer or a bank did: no API request caused it. */
export const makeEvent = (
  { ids, now }: Checkout,
  type: TwinEvent['type'],
  session: Stripe.Checkout.Session
): TwinEvent => ({
  id: ids.event(),
  object: 'event',
  api_version: API_VERSION,
  created: now,
  data: { object: session },
  livemode: false,
  pending_webhooks: 1,
  request: { id: null, idempotency_key: null },
  type
})
