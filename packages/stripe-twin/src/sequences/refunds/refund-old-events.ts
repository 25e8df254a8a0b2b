import { payByCard } from '../checkout/pay-by-card.ts'
import { FULFILLED } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import { makeRefund, nameRefund, refundCharge, UNNAMED } from '../payments/refund.ts'
import { LATER_MS, type Sequence } from '../sequence.ts'

/** In which a charge still held a list of its refunds. */
const OLD_VERSION = '2020-08-27'

export const refundOldEvents: Sequence = {
  about: 'paid at Checkout, then all of it is refunded, told by the two events that old API versions have',
  expected: { ...FULFILLED, mayBeRefundedFirst: true, refunded: 'all', letters: { refunded: 'sent' } },
  steps: checkout => {
    const { paid, charge } = payByCard(checkout)
    const refund = makeRefund(checkout, charge, { amount: charge.amount, status: 'succeeded' })
    const url = `/v1/charges/${charge.id}/refunds`
    const refunds = { object: 'list' as const, data: [refund], has_more: false, url }
    const less = { ...refundCharge(charge, refund.amount), refunds }
    const before = { amount_refunded: 0, refunded: false }
    const refunded = makeEvent(checkout, 'charge.refunded', less, before)
    const named = makeEvent(checkout, 'charge.refund.updated', nameRefund(refund), {
      destination_details: UNNAMED
    })
    return [
      { ...paid, event: { ...paid.event, api_version: OLD_VERSION } },
      { afterMs: LATER_MS, event: { ...refunded, api_version: OLD_VERSION } },
      { afterMs: LATER_MS, event: { ...named, api_version: OLD_VERSION } }
    ]
  }
}
