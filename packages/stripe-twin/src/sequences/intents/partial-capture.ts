import { FULFILLED, halfOf } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import { attempt } from '../payments/attempt.ts'
import { captureHalf } from '../payments/charge.ts'
import { openIntent, setAside, succeed } from '../payments/intent.ts'
import { LATER_MS, type Sequence } from '../sequence.ts'

/** Stripe calls the rest "refunded", though it was never taken: what went back is nothing. */
export const partialCapture: Sequence = {
  about: 'money is set aside on the card, and the shop takes half of it',
  expected: FULFILLED,
  steps: checkout => {
    const open = { ...openIntent(checkout, 'card'), capture_method: 'manual' as const }
    const { charge, as } = attempt(checkout, open, 'card')
    const aside = setAside(open, as)
    const paid = { ...succeed(aside, as), amount_received: halfOf(open.amount) }
    const before = { amount_captured: 0, amount_refunded: 0, captured: false }
    return [
      { afterMs: 0, event: makeEvent(checkout, 'payment_intent.amount_capturable_updated', aside) },
      { afterMs: LATER_MS, event: makeEvent(checkout, 'charge.refunded', captureHalf(charge), before) },
      { afterMs: 0, event: makeEvent(checkout, 'payment_intent.succeeded', paid) }
    ]
  }
}
