import { type Expected, refundedOf } from '../sequences/expected.ts'
import type { Play } from '../sequences/play.ts'
import { compareLetters } from './compare-letters.ts'
import { type Difference, differs } from './difference.ts'
import type { Outcome } from './outcome.ts'

/** Compares what became of an order with what its sequence says must. Nothing: it is right. */
export function compareOrder(
  { order, expected, payments }: Play,
  outcome: Outcome | undefined
): Difference[] {
  if (outcome === undefined)
    return expected.status === null ? [] : [{ what: 'order', expected: expected.status, actual: 'unknown' }]
  if (expected.status === null) return [{ what: 'order', expected: 'unknown', actual: outcome.status }]

  const others = outcome.payments.filter(id => !payments.includes(id))
  if (others.length > 0) {
    const actual = `${others.length} more from another run; give --order an id that is new`
    return [{ what: 'payments', expected: 'of this run only', actual }]
  }

  return [
    ...compareStatus(expected, outcome),
    ...differs('payments to refund', expected.paidTwice, outcome.paidTwice),
    ...differs('refunded', refundedOf(expected, order.amount), outcome.refunded),
    ...differs('failed refunds', expected.refundsFailed, outcome.refundsFailed),
    ...differs('dispute', expected.dispute ?? 'none', outcome.dispute ?? 'none'),
    ...differs('fraud', listed(expected.fraud), listed(outcome.fraud)),
    ...compareLetters(expected.letters, outcome.letters)
  ]
}

/** How the order ended, of the two ways in which it may. */
export const fulfilmentsDue = (
  { mayBeRefundedFirst, fulfilments }: Expected,
  outcome: Outcome | undefined
): number => (mayBeRefundedFirst && outcome?.status === 'review' ? 0 : fulfilments)

function compareStatus(expected: Expected, outcome: Outcome): Difference[] {
  const isInReview = expected.mayBeRefundedFirst && outcome.status === 'review'
  return [
    ...(isInReview ? [] : differs('status', String(expected.status), outcome.status)),
    ...differs('fulfilments', fulfilmentsDue(expected, outcome), outcome.fulfilments)
  ]
}

const listed = (marks: readonly string[]) => [...marks].sort().join(', ') || 'none'
