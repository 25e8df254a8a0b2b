import { unfulfilled } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import type { Sequence } from '../sequence.ts'
import { completeSession, openSession } from './session.ts'

export const asyncPending: Sequence = {
  about: 'a delayed payment of which nothing more is heard',
  expected: unfulfilled('awaiting_payment'),
  steps: checkout => {
    const unpaid = completeSession(checkout, openSession(checkout, 'delayed'), 'unpaid')
    return [{ afterMs: 0, event: makeEvent(checkout, 'checkout.session.completed', unpaid) }]
  }
}
