import { FULFILLED } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import { attempt } from '../payments/attempt.ts'
import { openIntent, setAside, succeed } from '../payments/intent.ts'
import { LATER_MS, type Sequence } from '../sequence.ts'

export const manualCapture: Sequence = {
  about: 'money is set aside on the card first, and the shop takes it later',
  expected: FULFILLED,
  steps: checkout => {
    const open = { ...openIntent(checkout, 'card'), capture_method: 'manual' as const }
    const { as } = attempt(checkout, open, 'card')
    const aside = setAside(open, as)
    return [
      { afterMs: 0, event: makeEvent(checkout, 'payment_intent.amount_capturable_updated', aside) },
      { afterMs: LATER_MS, event: makeEvent(checkout, 'payment_intent.succeeded', succeed(aside, as)) }
    ]
  }
}
