import { createRandom } from '../seed/random.ts'
import { SEQUENCE_NAMES, type SequenceName } from '../sequences/table.ts'

/** Of 150 orders of a mix, about so many go so: most at Checkout. Failures are commoner than in a shop: they are what is to be tried. */
const SHARES: Readonly<Record<SequenceName, number>> = {
  card: 40,
  async_payment_succeeded: 14,
  async_payment_failed: 12,
  second_session: 8,
  expired: 7,
  free: 5,
  async_pending: 4,
  paid_twice: 3,
  expired_then_paid: 3,
  card_two_events: 2,
  setup: 2,
  intent: 4,
  card_with_intent: 6,
  intent_declined: 2,
  intent_declined_then_paid: 3,
  intent_debit: 2,
  intent_debit_failed: 2,
  intent_voucher: 1,
  intent_authenticated: 1,
  intent_canceled: 1,
  manual_capture: 1,
  manual_capture_canceled: 1,
  partial_capture: 1,
  partially_funded: 2,
  refund_full: 4,
  refund_partial: 4,
  refund_failed: 2,
  refund_old_events: 2,
  dispute_won: 2,
  dispute_lost: 2,
  dispute_open: 2,
  two_disputes: 2,
  fraud_warning: 2,
  radar_review: 2
}

/** Which of these sequences an order of a mix lives through: for ever the same for this seed and id, however large the mix is. */
export function drawSequence(
  seed: string,
  orderId: string,
  names: readonly SequenceName[] = SEQUENCE_NAMES
): SequenceName {
  const total = names.reduce((sum, name) => sum + SHARES[name], 0)
  let left = createRandom(`${seed}/mix/${orderId}`)() * total
  const found = names.find(name => {
    left -= SHARES[name]
    return left < 0
  })
  return found ?? 'card'
}
