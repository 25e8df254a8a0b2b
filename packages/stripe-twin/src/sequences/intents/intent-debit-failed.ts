import { unfulfilled } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import { attempt } from '../payments/attempt.ts'
import { ACCOUNT_EMPTY, decline, openIntent, startDebit } from '../payments/intent.ts'
import { LATER_MS, type Sequence } from '../sequence.ts'

/** Heard alone, the failure may be a card declined a moment ago; only with the debit before it it is one whose money did not come. */
export const intentDebitFailed: Sequence = {
  about: 'a bank account is debited, and the money does not come: the buyer gets one letter',
  expected: {
    ...unfulfilled('payment_failed'),
    letters: { payment_failed: 'sent', payment_declined: 'perhaps' }
  },
  steps: checkout => {
    const open = openIntent(checkout, 'debit')
    const { as } = attempt(checkout, open, 'debit')
    const processing = startDebit(open, as)
    const failed = decline(processing, as, ACCOUNT_EMPTY)
    return [
      { afterMs: 0, event: makeEvent(checkout, 'payment_intent.processing', processing) },
      { afterMs: LATER_MS, event: makeEvent(checkout, 'payment_intent.payment_failed', failed) }
    ]
  }
}
