import { unfulfilled } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import { openIntent } from '../payments/intent.ts'
import { makeMethod } from '../payments/method.ts'
import { askFor, payTheSlip } from '../payments/next-action.ts'
import type { Sequence } from '../sequence.ts'

export const intentVoucher: Sequence = {
  about: 'the buyer has a slip to pay at a counter, and nothing more is heard',
  expected: unfulfilled('awaiting_payment'),
  steps: checkout => {
    const open = openIntent(checkout, 'voucher')
    const waiting = askFor(open, payTheSlip(open, checkout.now), makeMethod(checkout, 'voucher'))
    return [{ afterMs: 0, event: makeEvent(checkout, 'payment_intent.requires_action', waiting) }]
  }
}
