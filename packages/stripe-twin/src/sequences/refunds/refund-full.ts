import { payByCard } from '../checkout/pay-by-card.ts'
import { FULFILLED } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import { makeRefund, nameRefund, UNNAMED } from '../payments/refund.ts'
import { LATER_MS, type Sequence } from '../sequence.ts'
import { tellRefund } from './tell-refund.ts'

export const refundFull: Sequence = {
  about: 'paid at Checkout, then all of it is refunded: the buyer gets one letter',
  expected: { ...FULFILLED, mayBeRefundedFirst: true, refunded: 'all', letters: { refunded: 'sent' } },
  steps: checkout => {
    const { paid, charge } = payByCard(checkout)
    const refund = makeRefund(checkout, charge, { amount: charge.amount, status: 'succeeded' })
    const named = makeEvent(checkout, 'refund.updated', nameRefund(refund), {
      destination_details: UNNAMED
    })
    return [paid, ...tellRefund(checkout, refund, charge).steps, { afterMs: LATER_MS, event: named }]
  }
}
