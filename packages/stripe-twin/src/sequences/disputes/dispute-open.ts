import { payByCard } from '../checkout/pay-by-card.ts'
import { FULFILLED } from '../expected.ts'
import type { Sequence } from '../sequence.ts'
import { beginDispute } from './tell-dispute.ts'

export const disputeOpen: Sequence = {
  about: 'the buyer disputes the payment, and the shop has yet to answer',
  expected: { ...FULFILLED, dispute: 'needs_response' },
  steps: checkout => {
    const { paid, charge } = payByCard(checkout)
    const { steps } = beginDispute(checkout, charge, { amount: charge.amount, reason: 'fraudulent' })
    return [paid, ...steps]
  }
}
