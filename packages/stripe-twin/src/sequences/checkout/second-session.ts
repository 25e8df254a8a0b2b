import { FULFILLED } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import { LATER_MS, type Sequence } from '../sequence.ts'
import { asyncPaymentFailed } from './async-payment-failed.ts'
import { completeSession, openSession } from './session.ts'

/** The letter about the failure may be sent before the second try is paid; once it is, it must be withdrawn. */
export const secondSession: Sequence = {
  about: 'a delayed payment fails, then a second session of the same order is paid by card',
  expected: { ...FULFILLED, letters: { payment_failed: 'sent or withdrawn' } },
  steps: checkout => {
    const failed = asyncPaymentFailed.steps(checkout)
    const paid = completeSession(checkout, openSession(checkout, 'card'), 'paid')
    return [...failed, { afterMs: LATER_MS, event: makeEvent(checkout, 'checkout.session.completed', paid) }]
  }
}
