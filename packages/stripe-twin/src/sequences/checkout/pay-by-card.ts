import type Stripe from 'stripe'
import { makeEvent } from '../make-event.ts'
import { makeCharge } from '../payments/charge.ts'
import { makeMethod } from '../payments/method.ts'
import type { Checkout, Step } from '../sequence.ts'
import { completeSession, openSession } from './session.ts'

/** An order paid at Checkout by card: what happens, and the charge. The charge does not name the order; only the session does. */
export function payByCard(checkout: Checkout): Readonly<{ paid: Step; charge: Stripe.Charge }> {
  const session = completeSession(checkout, openSession(checkout, 'card'), 'paid')
  const method = makeMethod(checkout, 'card')
  const charge = makeCharge(checkout, { intent: String(session.payment_intent), method })
  const paid: Step = { afterMs: 0, event: makeEvent(checkout, 'checkout.session.completed', session) }
  return { paid, charge }
}
