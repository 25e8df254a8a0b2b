import { payByCard } from '../checkout/pay-by-card.ts'
import { FULFILLED, halfOf } from '../expected.ts'
import { makeRefund } from '../payments/refund.ts'
import type { Sequence } from '../sequence.ts'
import { tellRefund } from './tell-refund.ts'

export const refundPartial: Sequence = {
  about: 'paid at Checkout, then half of it is refunded, in two parts',
  expected: { ...FULFILLED, mayBeRefundedFirst: true, refunded: 'half' },
  steps: checkout => {
    const { paid, charge } = payByCard(checkout)
    const half = halfOf(charge.amount)
    const first = makeRefund(checkout, charge, { amount: halfOf(half), status: 'succeeded' })
    const told = tellRefund(checkout, first, charge)
    const second = makeRefund(checkout, charge, { amount: half - first.amount, status: 'succeeded' })
    return [paid, ...told.steps, ...tellRefund(checkout, second, told.charge).steps]
  }
}
