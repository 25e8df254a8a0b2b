import { payByCard } from '../checkout/pay-by-card.ts'
import { FULFILLED } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import { decide } from '../payments/dispute.ts'
import { LATER_MS, type Sequence } from '../sequence.ts'
import { answerDispute, beginDispute } from './tell-dispute.ts'

export const disputeLost: Sequence = {
  about: 'the buyer disputes the payment, the shop answers and loses',
  expected: { ...FULFILLED, dispute: 'lost' },
  steps: checkout => {
    const { paid, charge } = payByCard(checkout)
    const begun = beginDispute(checkout, charge, { amount: charge.amount, reason: 'fraudulent' })
    const answered = answerDispute(checkout, begun.dispute)
    const lost = decide(answered.dispute, 'lost')
    const { status } = answered.dispute
    return [
      paid,
      ...begun.steps,
      answered.step,
      { afterMs: LATER_MS, event: makeEvent(checkout, 'charge.dispute.closed', lost, { status }) }
    ]
  }
}
