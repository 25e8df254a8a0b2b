import { SETTLE_VERSION } from '@paidonce/core/orders/settle'
import type { Finding } from '../finding.ts'
import type { FoundOrder } from '../found.ts'
import { about } from './expectation.ts'

const INVARIANT = 'each order is settled after the last that was told of it'

/** An order that newer rules settled is theirs. */
export function eachOrderIsSettled(order: FoundOrder): Finding[] {
  const finding = about(INVARIANT, order)
  if (order.unsettled)
    return [finding('nobody has settled it since something was told of it', { is: 'open' })]
  if (order.settledBy < SETTLE_VERSION) return [finding('older rules settled it last', { is: 'open' })]
  return []
}
