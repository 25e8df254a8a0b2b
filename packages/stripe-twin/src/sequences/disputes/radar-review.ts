import { payByCard } from '../checkout/pay-by-card.ts'
import { FULFILLED } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import { approve, openReview } from '../payments/fraud.ts'
import { LATER_MS, type Sequence } from '../sequence.ts'

export const radarReview: Sequence = {
  about: 'Radar wants the payment looked at, and somebody approves it',
  expected: FULFILLED,
  steps: checkout => {
    const { paid, charge } = payByCard(checkout)
    const opened = openReview(checkout, charge)
    const { closed_reason, open, reason } = opened
    const before = { closed_reason, open, reason }
    return [
      paid,
      { afterMs: 0, event: makeEvent(checkout, 'review.opened', opened) },
      { afterMs: LATER_MS, event: makeEvent(checkout, 'review.closed', approve(opened), before) }
    ]
  }
}
