import { unfulfilled } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import { LATER_MS, type Sequence } from '../sequence.ts'
import { completeSession, openSession } from './session.ts'

export const asyncPaymentFailed: Sequence = {
  about: 'a delayed payment whose money does not come: the buyer gets one letter',
  expected: { ...unfulfilled('payment_failed'), letters: { payment_failed: 'sent' } },
  steps: checkout => {
    const unpaid = completeSession(checkout, openSession(checkout, 'delayed'), 'unpaid')
    return [
      { afterMs: 0, event: makeEvent(checkout, 'checkout.session.completed', unpaid) },
      { afterMs: LATER_MS, event: makeEvent(checkout, 'checkout.session.async_payment_failed', unpaid) }
    ]
  }
}
