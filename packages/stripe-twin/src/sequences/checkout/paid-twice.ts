import { FULFILLED } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import { LATER_MS, type Sequence } from '../sequence.ts'
import { completeSession, openSession } from './session.ts'

export const paidTwice: Sequence = {
  about: 'two sessions of one order are both paid: one fulfilment, and one payment to refund',
  expected: { ...FULFILLED, paidTwice: 1 },
  steps: checkout => {
    const first = completeSession(checkout, openSession(checkout, 'card'), 'paid')
    const second = completeSession(checkout, openSession(checkout, 'card'), 'paid')
    return [
      { afterMs: 0, event: makeEvent(checkout, 'checkout.session.completed', first) },
      { afterMs: LATER_MS, event: makeEvent(checkout, 'checkout.session.completed', second) }
    ]
  }
}
