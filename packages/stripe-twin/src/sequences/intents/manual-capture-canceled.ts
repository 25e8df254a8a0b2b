import { unfulfilled } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import { attempt } from '../payments/attempt.ts'
import { releaseCharge } from '../payments/charge.ts'
import { cancel, openIntent, setAside } from '../payments/intent.ts'
import { LATER_MS, type Sequence } from '../sequence.ts'

/** Stripe calls the money that was only set aside "refunded" too; but none was ever taken, and so none went back. */
export const manualCaptureCanceled: Sequence = {
  about: 'money is set aside on the card, and the shop lets it go',
  expected: unfulfilled('expired'),
  steps: checkout => {
    const open = { ...openIntent(checkout, 'card'), capture_method: 'manual' as const }
    const { charge, as } = attempt(checkout, open, 'card')
    const aside = setAside(open, as)
    const before = { amount_refunded: 0, refunded: false }
    return [
      { afterMs: 0, event: makeEvent(checkout, 'payment_intent.amount_capturable_updated', aside) },
      { afterMs: LATER_MS, event: makeEvent(checkout, 'charge.refunded', releaseCharge(charge), before) },
      { afterMs: 0, event: makeEvent(checkout, 'payment_intent.canceled', cancel(aside, checkout.now)) }
    ]
  }
}
