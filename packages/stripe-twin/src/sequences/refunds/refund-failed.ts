import { payByCard } from '../checkout/pay-by-card.ts'
import { FULFILLED } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import { failRefund, makeRefund } from '../payments/refund.ts'
import { LATER_MS, type Sequence } from '../sequence.ts'
import { tellRefund } from './tell-refund.ts'

/** In the end nothing went back, so the order is fulfilled even where the refund was heard of first. */
export const refundFailed: Sequence = {
  about: 'paid at Checkout, then a refund of all of it fails: the money did not go back',
  expected: { ...FULFILLED, refundsFailed: 1, letters: { refunded: 'perhaps' } },
  steps: checkout => {
    const { paid, charge } = payByCard(checkout)
    const pending = makeRefund(checkout, charge, { amount: charge.amount, status: 'pending' })
    const failed = failRefund(checkout, pending)
    return [
      paid,
      ...tellRefund(checkout, pending, charge).steps,
      { afterMs: LATER_MS, event: makeEvent(checkout, 'refund.failed', failed) },
      {
        afterMs: 0,
        event: makeEvent(checkout, 'charge.refund.updated', failed, { status: pending.status })
      }
    ]
  }
}
