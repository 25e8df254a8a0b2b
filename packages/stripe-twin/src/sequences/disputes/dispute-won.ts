import { payByCard } from '../checkout/pay-by-card.ts'
import { FULFILLED } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import { decide, reinstate } from '../payments/dispute.ts'
import { LATER_MS, type Sequence } from '../sequence.ts'
import { answerDispute, beginDispute } from './tell-dispute.ts'

export const disputeWon: Sequence = {
  about: 'the buyer disputes the payment, the shop answers and wins: the money comes back',
  expected: { ...FULFILLED, dispute: 'won' },
  steps: checkout => {
    const { paid, charge } = payByCard(checkout)
    const claim = { amount: charge.amount, reason: 'product_not_received' } as const
    const begun = beginDispute(checkout, charge, claim)
    const answered = answerDispute(checkout, begun.dispute)
    const won = decide(answered.dispute, 'won')
    const { status, balance_transactions } = answered.dispute
    const reinstated = reinstate(checkout, won)
    return [
      paid,
      ...begun.steps,
      answered.step,
      { afterMs: LATER_MS, event: makeEvent(checkout, 'charge.dispute.closed', won, { status }) },
      {
        afterMs: 0,
        event: makeEvent(checkout, 'charge.dispute.funds_reinstated', reinstated, { balance_transactions })
      }
    ]
  }
}
