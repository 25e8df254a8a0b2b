import { unfulfilled } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import { attempt } from '../payments/attempt.ts'
import { refuseCharge } from '../payments/charge.ts'
import { CARD_DECLINED, decline, openIntent } from '../payments/intent.ts'
import type { Sequence } from '../sequence.ts'

export const intentDeclined: Sequence = {
  about: 'the card is declined and nothing more is heard: the buyer gets one letter after a while',
  expected: { ...unfulfilled('pending'), letters: { payment_declined: 'sent' } },
  steps: checkout => {
    const open = openIntent(checkout, 'card')
    const { charge, as } = attempt(checkout, open, 'card')
    const declined = decline(open, as, CARD_DECLINED)
    return [
      { afterMs: 0, event: makeEvent(checkout, 'charge.failed', refuseCharge(charge)) },
      { afterMs: 0, event: makeEvent(checkout, 'payment_intent.payment_failed', declined) }
    ]
  }
}
