import { FULFILLED } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import { attempt } from '../payments/attempt.ts'
import { openIntent, succeed } from '../payments/intent.ts'
import type { Sequence } from '../sequence.ts'

export const intent: Sequence = {
  about: 'a shop with a checkout of its own: paid at once by card',
  expected: FULFILLED,
  steps: checkout => {
    const open = openIntent(checkout, 'card')
    const { charge, as } = attempt(checkout, open, 'card')
    return [
      { afterMs: 0, event: makeEvent(checkout, 'payment_intent.created', open) },
      { afterMs: 0, event: makeEvent(checkout, 'charge.succeeded', charge) },
      { afterMs: 0, event: makeEvent(checkout, 'payment_intent.succeeded', succeed(open, as)) }
    ]
  }
}
