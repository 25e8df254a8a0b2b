import { FULFILLED, halfOf } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import { attempt } from '../payments/attempt.ts'
import { openIntent, succeed } from '../payments/intent.ts'
import { askFor, sendTheMoney } from '../payments/next-action.ts'
import { LATER_MS, type Sequence } from '../sequence.ts'

export const partiallyFunded: Sequence = {
  about: 'the buyer sends the money by bank transfer, in two parts',
  expected: FULFILLED,
  steps: checkout => {
    const open = openIntent(checkout, 'transfer')
    const { method, as } = attempt(checkout, open, 'transfer')
    const told = askFor(open, sendTheMoney(open, open.amount), method)
    const half = askFor(open, sendTheMoney(open, open.amount - halfOf(open.amount)), method)
    const before = { next_action: told.next_action }
    return [
      { afterMs: 0, event: makeEvent(checkout, 'payment_intent.requires_action', told) },
      { afterMs: LATER_MS, event: makeEvent(checkout, 'payment_intent.partially_funded', half, before) },
      { afterMs: LATER_MS, event: makeEvent(checkout, 'payment_intent.succeeded', succeed(half, as)) }
    ]
  }
}
