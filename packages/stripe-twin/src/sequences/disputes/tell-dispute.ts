import type Stripe from 'stripe'
import { makeEvent } from '../make-event.ts'
import { answer, openDispute, withdraw } from '../payments/dispute.ts'
import { type Checkout, LATER_MS, type Step } from '../sequence.ts'

type Claim = Parameters<typeof openDispute>[2]

/** The buyer's bank takes the money back for now. Gives the dispute as it is then. */
export function beginDispute(checkout: Checkout, charge: Stripe.Charge, claim: Claim) {
  const opened = openDispute(checkout, charge, claim)
  const withdrawn = withdraw(checkout, opened)
  const steps: Step[] = [
    { afterMs: LATER_MS, event: makeEvent(checkout, 'charge.dispute.created', opened) },
    {
      afterMs: 0,
      event: makeEvent(checkout, 'charge.dispute.funds_withdrawn', withdrawn, { balance_transactions: [] })
    }
  ]
  return { steps, dispute: withdrawn }
}

/** The shop answers, and the bank has not decided yet. */
export function answerDispute(checkout: Checkout, dispute: Stripe.Dispute) {
  const answered = answer(dispute)
  const { evidence, evidence_details, status } = dispute
  const step: Step = {
    afterMs: LATER_MS,
    event: makeEvent(checkout, 'charge.dispute.updated', answered, { evidence, evidence_details, status })
  }
  return { step, dispute: answered }
}
