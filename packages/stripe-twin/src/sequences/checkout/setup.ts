import { unfulfilled } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import type { Sequence } from '../sequence.ts'
import { completeSetupSession, openSession } from './session.ts'

/** It names an order, and looks complete with nothing left to pay: goods sent for it would be sent for nothing. */
export const setup: Sequence = {
  about: 'a card is only stored for later (mode=setup): no order comes of it',
  expected: unfulfilled(null),
  steps: checkout => {
    const session = completeSetupSession(checkout, openSession(checkout, 'card'))
    return [{ afterMs: 0, event: makeEvent(checkout, 'checkout.session.completed', session) }]
  }
}
