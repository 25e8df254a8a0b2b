import { completeSession, openSession } from '../checkout/session.ts'
import { FULFILLED } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import { attempt } from '../payments/attempt.ts'
import { openIntent, succeed } from '../payments/intent.ts'
import type { Sequence } from '../sequence.ts'

/** A shop that sets `payment_intent_data.metadata` too hears of one payment from both sides. */
export const cardWithIntent: Sequence = {
  about: 'Checkout by card, told by the session and by its payment intent: one payment, one fulfilment',
  expected: FULFILLED,
  steps: checkout => {
    const session = completeSession(checkout, openSession(checkout, 'card'), 'paid')
    const open = openIntent(checkout, 'card', String(session.payment_intent))
    const { charge, as } = attempt(checkout, open, 'card')
    return [
      { afterMs: 0, event: makeEvent(checkout, 'payment_intent.created', open) },
      { afterMs: 0, event: makeEvent(checkout, 'charge.succeeded', charge) },
      { afterMs: 0, event: makeEvent(checkout, 'payment_intent.succeeded', succeed(open, as)) },
      { afterMs: 0, event: makeEvent(checkout, 'checkout.session.completed', session) }
    ]
  }
}
