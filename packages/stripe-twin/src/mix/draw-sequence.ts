import { createRandom } from '../seed/random.ts'
import type { SequenceName } from '../sequences/table.ts'

/** Of a hundred orders of a mix, about so many go so. Failures are commoner than in a shop: they are what is to be tried. */
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
  setup: 2
}

const TOTAL = Object.values(SHARES).reduce((sum, share) => sum + share, 0)

/** Which sequence an order of a mix lives through: for ever the same for this seed and id, however large the mix is. */
export function drawSequence(seed: string, orderId: string): SequenceName {
  const names = Object.keys(SHARES) as SequenceName[]
  let left = createRandom(`${seed}/mix/${orderId}`)() * TOTAL
  const found = names.find(name => {
    left -= SHARES[name]
    return left < 0
  })
  return found ?? 'card'
}
