import { FULFILLED } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import { LATER_MS, type Sequence } from '../sequence.ts'
import { completeSession, openSession } from './session.ts'

export const asyncPaymentSucceeded: Sequence = {
  about: 'a delayed payment whose money comes',
  expected: FULFILLED,
  steps: checkout => {
    const unpaid = completeSession(checkout, openSession(checkout, 'delayed'), 'unpaid')
    const paid = { ...unpaid, payment_status: 'paid' }
    return [
      { afterMs: 0, event: makeEvent(checkout, 'checkout.session.completed', unpaid) },
      { afterMs: LATER_MS, event: makeEvent(checkout, 'checkout.session.async_payment_succeeded', paid) }
    ]
  }
}
