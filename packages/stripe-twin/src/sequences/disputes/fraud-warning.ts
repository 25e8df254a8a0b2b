import { payByCard } from '../checkout/pay-by-card.ts'
import { FULFILLED } from '../expected.ts'
import { makeEvent } from '../make-event.ts'
import { warnOfFraud } from '../payments/fraud.ts'
import { LATER_MS, type Sequence } from '../sequence.ts'

export const fraudWarning: Sequence = {
  about: "the buyer's bank warns that the card may have been stolen",
  expected: { ...FULFILLED, fraud: ['early_fraud_warning'] },
  steps: checkout => {
    const { paid, charge } = payByCard(checkout)
    const warning = warnOfFraud(checkout, charge)
    return [
      paid,
      { afterMs: LATER_MS, event: makeEvent(checkout, 'radar.early_fraud_warning.created', warning) }
    ]
  }
}
