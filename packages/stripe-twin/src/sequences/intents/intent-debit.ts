import { FULFILLED } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import { attempt } from '../payments/attempt.ts'
import { openIntent, startDebit, succeed } from '../payments/intent.ts'
import { LATER_MS, type Sequence } from '../sequence.ts'

export const intentDebit: Sequence = {
  about: 'a bank account is debited, and the money comes',
  expected: FULFILLED,
  steps: checkout => {
    const open = openIntent(checkout, 'debit')
    const { as } = attempt(checkout, open, 'debit')
    const processing = startDebit(open, as)
    return [
      { afterMs: 0, event: makeEvent(checkout, 'payment_intent.processing', processing) },
      { afterMs: LATER_MS, event: makeEvent(checkout, 'payment_intent.succeeded', succeed(processing, as)) }
    ]
  }
}
