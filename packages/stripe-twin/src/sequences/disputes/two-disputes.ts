import { payByCard } from '../checkout/pay-by-card.ts'
import { FULFILLED, halfOf } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import { decide } from '../payments/dispute.ts'
import { LATER_MS, type Sequence } from '../sequence.ts'
import { answerDispute, beginDispute } from './tell-dispute.ts'

/** The one that is told last is not the one that presses. */
export const twoDisputes: Sequence = {
  about: 'the buyer disputes half of the payment, then the other half: one is lost, one is with the bank',
  expected: { ...FULFILLED, dispute: 'under_review' },
  steps: checkout => {
    const { paid, charge } = payByCard(checkout)
    const half = halfOf(charge.amount)
    const first = beginDispute(checkout, charge, { amount: half, reason: 'product_not_received' })
    const rest = { amount: charge.amount - half, reason: 'product_not_received' } as const
    const second = beginDispute(checkout, charge, rest)
    const answered = answerDispute(checkout, second.dispute)
    const lost = decide(first.dispute, 'lost')
    const before = { status: first.dispute.status }
    return [
      paid,
      ...first.steps,
      ...second.steps,
      answered.step,
      { afterMs: LATER_MS, event: makeEvent(checkout, 'charge.dispute.closed', lost, before) }
    ]
  }
}
