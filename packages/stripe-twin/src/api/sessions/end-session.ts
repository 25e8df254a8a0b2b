import type Stripe from 'stripe'
import type { Ids } from '../../seed/ids.ts'
import { completeSession, expireSession } from '../../sequences/checkout/session.ts'
import { makeEvent } from '../../sequences/make-event.ts'
import { type Checkout, LATER_MS } from '../../sequences/sequence.ts'
import type { TwinEvent } from '../../sequences/twin-event.ts'

/** What the buyer may do on the page, by the names of its buttons. */
export const WAYS = ['card', 'bank', 'bank_fails', 'expire'] as const
export type Way = (typeof WAYS)[number]
export const isWay = (text: unknown): text is Way => WAYS.includes(text as Way)

/** What the buyer typed. */
export type Buyer = Readonly<{ email: string; name: string }>

type Session = Stripe.Checkout.Session
type Chance = Readonly<{ ids: Ids; now: number }>

/** The session as it is after that, and the events that tell of it. `now` is in seconds. */
export function endSession(
  open: Session,
  { way, buyer }: Readonly<{ way: Way; buyer: Buyer }>,
  { ids, now }: Chance
): Readonly<{ session: Session; deliveries: readonly Readonly<{ event: TwinEvent; atMs?: number }>[] }> {
  const order = { id: '', amount: open.amount_total ?? 0, currency: open.currency ?? '', locale: open.locale }
  const checkout: Checkout = { order: { ...order, ...buyer }, ids, now }

  if (way === 'expire') {
    const { created } = open
    const session = { ...expireSession(open, now), created }
    return { session, deliveries: [{ event: makeEvent(checkout, 'checkout.session.expired', session) }] }
  }

  const session = completeSession(checkout, open, way === 'card' ? 'paid' : 'unpaid')
  const completed = { event: makeEvent(checkout, 'checkout.session.completed', session) }
  if (way === 'card') return { session, deliveries: [completed] }

  const later =
    way === 'bank'
      ? makeEvent(checkout, 'checkout.session.async_payment_succeeded', {
          ...session,
          payment_status: 'paid'
        })
      : makeEvent(checkout, 'checkout.session.async_payment_failed', session)
  return { session: later.data.object, deliveries: [completed, { event: later, atMs: LATER_MS }] }
}
