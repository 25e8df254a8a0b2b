import type Stripe from 'stripe'
import { createIds } from '../../seed/ids.ts'
import { createRandom } from '../../seed/random.ts'
import type { TwinEvent } from '../../sequences/twin-event.ts'
import type { Place } from '../lists/place.ts'
import type { Hosted } from '../sessions/create-session.ts'
import { hostedOf } from '../sessions/register-session.ts'
import { show } from './show.ts'

/** An event, and whether the webhook has taken it. */
export type KeptEvent = Readonly<{ event: TwinEvent; isDelivered: boolean }>

/** What is kept of each kind. */
export type Kinds = Readonly<{
  events: KeptEvent
  sessions: Hosted
  intents: Stripe.PaymentIntent
  refunds: Stripe.Refund
  disputes: Stripe.Dispute
}>

export type Kind = keyof Kinds

export const PLACE_OF: { readonly [K in Kind]: (kept: Kinds[K]) => Place } = {
  events: ({ event }) => event,
  sessions: ({ session }) => session,
  intents: intent => intent,
  refunds: refund => refund,
  disputes: dispute => dispute
}

/** All that is kept of what has happened to one order. */
export type KeptPlay = { readonly [K in Kind]: readonly Kinds[K][] }

/** Pure. Events in the order in which they happened. */
export function keepPlay(events: readonly TwinEvent[], isDelivered: boolean): KeptPlay {
  const shown = show(events)
  return {
    ...shown,
    events: shown.events.map(event => ({ event, isDelivered })),
    sessions: shown.sessions.map(hostedAlone)
  }
}

/** The same session gets the same line at any time. */
const hostedAlone = (session: Hosted['session']): Hosted =>
  hostedOf({ session }, createIds(createRandom(`lines/${session.id}`)))
