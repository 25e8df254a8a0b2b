import type Stripe from 'stripe'
import { createIds } from '../../seed/ids.ts'
import { createRandom } from '../../seed/random.ts'
import type { TwinEvent } from '../../sequences/twin-event.ts'
import type { Place } from '../lists/place.ts'
import { createShelf, type Shelf } from '../lists/shelf.ts'
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

export const PLACE_OF = {
  events: ({ event }: KeptEvent) => event,
  sessions: ({ session }: Hosted) => session,
  intents: (intent: Stripe.PaymentIntent) => intent,
  refunds: (refund: Stripe.Refund) => refund,
  disputes: (dispute: Stripe.Dispute) => dispute
} satisfies { readonly [K in Kind]: (kept: Kinds[K]) => Place }

/** Everything the API knows, in memory, while the twin runs. */
export type Shelves = Readonly<
  { [K in Kind]: Shelf<Kinds[K]> } & {
    /** What has happened to one order, in that order. */
    keep: (events: readonly TwinEvent[]) => void
    /** The webhook has taken this event. */
    noteDelivered: (id: string) => void
  }
>

export function createShelves(): Shelves {
  const shelves = {
    events: createShelf(PLACE_OF.events),
    sessions: createShelf(PLACE_OF.sessions),
    intents: createShelf(PLACE_OF.intents),
    refunds: createShelf(PLACE_OF.refunds),
    disputes: createShelf(PLACE_OF.disputes)
  }

  return {
    ...shelves,
    keep(events) {
      const shown = show(events)
      for (const event of shown.events) shelves.events.put({ event, isDelivered: false })
      for (const session of shown.sessions)
        shelves.sessions.put({ ...hostedAlone(session), ...shelves.sessions.find(session.id), session })
      for (const intent of shown.intents) shelves.intents.put(intent)
      for (const refund of shown.refunds) shelves.refunds.put(refund)
      for (const dispute of shown.disputes) shelves.disputes.put(dispute)
    },
    noteDelivered(id) {
      const kept = shelves.events.find(id)
      if (kept !== undefined) shelves.events.put({ ...kept, isDelivered: true })
    }
  }
}

/** The same session gets the same line at any time. */
const hostedAlone = (session: Hosted['session']): Hosted =>
  hostedOf({ session }, createIds(createRandom(`lines/${session.id}`)))
