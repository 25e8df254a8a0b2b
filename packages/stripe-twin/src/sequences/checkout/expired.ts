import { unfulfilled } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import type { Sequence } from '../sequence.ts'
import { expireSession, openSession } from './session.ts'

export const expired: Sequence = {
  about: 'the buyer never went through with it',
  expected: unfulfilled('expired'),
  steps: checkout => {
    const session = expireSession(openSession(checkout, 'card'), checkout.now)
    return [{ afterMs: 0, event: makeEvent(checkout, 'checkout.session.expired', session) }]
  }
}
