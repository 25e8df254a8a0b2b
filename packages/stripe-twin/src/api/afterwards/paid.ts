import type Stripe from 'stripe'
import { before } from '../lists/place.ts'
import type { Shelves } from '../shelves/shelves.ts'
import type { Payment } from './afterwards.ts'

const OLDER = { from: before(Number.MAX_SAFE_INTEGER - 1), towards: 'older' } as const

/** The newest payments that went through, with what became of them. */
export function paidLately(shelves: Shelves, most: number): Payment[] {
  const paid: Payment[] = []
  for (const { session } of shelves.sessions.walk(OLDER, {})) {
    const payment = session.payment_status === 'paid' ? paymentOf(shelves, session) : undefined
    if (payment !== undefined) paid.push(payment)
    if (paid.length === most) break
  }
  return paid
}

/** Of a session that is not paid there is none. */
export function paymentOf(shelves: Shelves, session: Stripe.Checkout.Session): Payment | undefined {
  const intent = shelves.intents.find(String(session.payment_intent))
  if (session.payment_status !== 'paid' || intent === undefined) return undefined
  const about = { about: intent.id }
  const isOfIt = (one: Readonly<{ payment_intent: unknown }>) => one.payment_intent === intent.id
  const refunds = [...shelves.refunds.walk(OLDER, about)].filter(isOfIt)
  const [dispute] = [...shelves.disputes.walk(OLDER, about)].filter(isOfIt)
  return { session, intent, refunded: refunds.reduce((sum, { amount }) => sum + amount, 0), dispute }
}
