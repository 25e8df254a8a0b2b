import { SETTLE_VERSION, type Settled, type SettleRules, settle } from '@paidonce/core/orders/settle'
import type { FoundOrder } from '../found.ts'

/** What the rules say of an order. Undefined where another release's rules have settled it, or nobody yet. */
export function settledBy(order: FoundOrder, rules: SettleRules): Settled | undefined {
  if (order.unsettled || order.settledBy !== SETTLE_VERSION) return undefined
  const [fulfilment] = order.fulfilments
  return settle(
    { order: order.id, facts: order.facts, fulfilment: fulfilment && { payment: fulfilment.payment } },
    rules
  )
}
