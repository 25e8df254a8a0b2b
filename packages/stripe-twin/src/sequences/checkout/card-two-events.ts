import { FULFILLED } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import type { Sequence } from '../sequence.ts'
import { completeSession, openSession } from './session.ts'

/** Stripe's documentation warns of it: "two separate Event objects" for one happening, each with an id of its own. */
export const cardTwoEvents: Sequence = {
  about: 'paid once by card, told by two separate events',
  expected: FULFILLED,
  steps: checkout => {
    const session = completeSession(checkout, openSession(checkout, 'card'), 'paid')
    return [
      { afterMs: 0, event: makeEvent(checkout, 'checkout.session.completed', session) },
      { afterMs: 0, event: makeEvent(checkout, 'checkout.session.completed', session) }
    ]
  }
}
