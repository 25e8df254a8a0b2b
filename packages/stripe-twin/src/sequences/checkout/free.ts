import { FULFILLED } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import type { Sequence } from '../sequence.ts'
import { completeFreeSession, openSession } from './session.ts'

export const free: Sequence = {
  about: 'a voucher pays for everything: nothing is left to pay',
  expected: FULFILLED,
  steps: checkout => {
    const session = completeFreeSession(checkout, openSession(checkout, 'card'))
    return [{ afterMs: 0, event: makeEvent(checkout, 'checkout.session.completed', session) }]
  }
}
