import { unfulfilled } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import { cancel, openIntent } from '../payments/intent.ts'
import { LATER_MS, type Sequence } from '../sequence.ts'

export const intentCanceled: Sequence = {
  about: 'the shop cancels the payment before anybody has tried to pay',
  expected: unfulfilled('expired'),
  steps: checkout => {
    const open = openIntent(checkout, 'card')
    const canceled = cancel(open, checkout.now)
    return [
      { afterMs: 0, event: makeEvent(checkout, 'payment_intent.created', open) },
      { afterMs: LATER_MS, event: makeEvent(checkout, 'payment_intent.canceled', canceled) }
    ]
  }
}
