import type Stripe from 'stripe'
import type { TwinEvent, TwinObject } from '../../sequences/twin-event.ts'
import { intentBehind } from './intent-behind.ts'

/** What Stripe would show of what has happened: every event, and each object as it is after them. */
export type Shown = Readonly<{
  events: readonly TwinEvent[]
  sessions: readonly Stripe.Checkout.Session[]
  intents: readonly Stripe.PaymentIntent[]
  refunds: readonly Stripe.Refund[]
  disputes: readonly Stripe.Dispute[]
}>

/** Pure. Events in the order in which they happened: the last that shows an object tells how it is. */
export function show(events: readonly TwinEvent[]): Shown {
  const objects = events.map(({ data }) => data.object)
  const charges = objects.filter(({ object }) => object === 'charge') as Stripe.Charge[]
  const behind = events.flatMap(event => intentBehind(event, charges) ?? [])
  return {
    events,
    sessions: newest(objects, 'checkout.session'),
    // An intent's own event knows more of it than its session does.
    intents: byId([...behind, ...newest(objects, 'payment_intent')]),
    refunds: byId(objects.flatMap(refundsIn)),
    disputes: newest(objects, 'dispute')
  }
}

/** Old versions of the API show a charge with its refunds inside. */
function refundsIn(object: TwinObject): readonly Stripe.Refund[] {
  if (object.object === 'refund') return [object]
  return object.object === 'charge' ? (object.refunds?.data ?? []) : []
}

type Named<Name> = Extract<TwinObject, { object: Name }>

const newest = <Name extends TwinObject['object']>(objects: readonly TwinObject[], name: Name) =>
  byId(objects.filter((object): object is Named<Name> => object.object === name))

const byId = <T extends Readonly<{ id: string }>>(all: readonly T[]): T[] => [
  ...new Map(all.map(one => [one.id, one])).values()
]
