import { FULFILLED } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import { attempt } from '../payments/attempt.ts'
import { CARD_DECLINED, decline, openIntent, succeed } from '../payments/intent.ts'
import { LATER_MS, type Sequence } from '../sequence.ts'

/** Whoever is declined tries again, mostly at once: a letter about it must wait, and is withdrawn once the money is there. */
export const intentDeclinedThenPaid: Sequence = {
  about: 'a first card is declined, a second one pays',
  expected: { ...FULFILLED, letters: { payment_declined: 'perhaps' } },
  steps: checkout => {
    const open = openIntent(checkout, 'card')
    const declined = decline(open, attempt(checkout, open, 'card').as, CARD_DECLINED)
    const paid = succeed(declined, attempt(checkout, open, 'card').as)
    return [
      { afterMs: 0, event: makeEvent(checkout, 'payment_intent.payment_failed', declined) },
      { afterMs: LATER_MS, event: makeEvent(checkout, 'payment_intent.succeeded', paid) }
    ]
  }
}
