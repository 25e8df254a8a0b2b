import type { Finding } from '../finding.ts'
import type { FoundOrder } from '../found.ts'
import type { SharedPayment } from '../postgres/read-shared-payments.ts'
import { about } from './expectation.ts'

const INVARIANT = 'each order is fulfilled at most once, and no payment fulfils two orders'

export function eachOrderIsFulfilledAtMostOnce(order: FoundOrder): Finding[] {
  const { length } = order.fulfilments
  return length > 1 ? [about(INVARIANT, order)(`it was fulfilled ${length} times`)] : []
}

export const noPaymentFulfilsTwoOrders = (shared: readonly SharedPayment[]): Finding[] =>
  shared.map(({ account, payment, orders }) => ({
    invariant: INVARIANT,
    is: 'wrong',
    concerns: { ...(account !== '' && { account }), payment },
    says: `it fulfilled the orders ${orders.join(', ')}`
  }))
