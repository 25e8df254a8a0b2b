import { FULFILLED } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import { LATER_MS, type Sequence } from '../sequence.ts'
import { completeSession, expireSession, openSession } from './session.ts'

export const expiredThenPaid: Sequence = {
  about: 'a first session expires, a second one of the same order is paid by card',
  expected: FULFILLED,
  steps: checkout => {
    const first = expireSession(openSession(checkout, 'card'), checkout.now)
    const second = completeSession(checkout, openSession(checkout, 'card'), 'paid')
    return [
      { afterMs: 0, event: makeEvent(checkout, 'checkout.session.expired', first) },
      { afterMs: LATER_MS, event: makeEvent(checkout, 'checkout.session.completed', second) }
    ]
  }
}
