import { FULFILLED } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import type { Sequence } from '../sequence.ts'
import { completeSession, openSession } from './session.ts'

export const card: Sequence = {
  about: 'paid at once by card',
  expected: FULFILLED,
  steps: checkout => {
    const session = completeSession(checkout, openSession(checkout, 'card'), 'paid')
    return [{ afterMs: 0, event: makeEvent(checkout, 'checkout.session.completed', session) }]
  }
}
