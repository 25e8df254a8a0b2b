import { unfulfilled } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import { openIntent } from '../payments/intent.ts'
import { makeMethod } from '../payments/method.ts'
import { askFor, authenticate } from '../payments/next-action.ts'
import type { Sequence } from '../sequence.ts'

/** Unlike a slip it tells nothing: no money is on its way, and no order must wait for it. */
export const intentAuthenticated: Sequence = {
  about: "the buyer's bank asks who is there, and the buyer leaves: nothing is decided, no order comes of it",
  expected: unfulfilled(null),
  steps: checkout => {
    const open = openIntent(checkout, 'card')
    const asked = askFor(open, authenticate(open), makeMethod(checkout, 'card'))
    return [{ afterMs: 0, event: makeEvent(checkout, 'payment_intent.requires_action', asked) }]
  }
}
