import type { Finding } from '../finding.ts'
import type { FoundOrder } from '../found.ts'
import { about } from './expectation.ts'

const INVARIANT = 'each fulfilment has a payment of its order that is paid'

export function eachFulfilmentHasAPaidPayment(order: FoundOrder): Finding[] {
  const finding = about(INVARIANT, order)
  const paid = new Set(order.facts.filter(({ kind }) => kind === 'paid').map(({ payment }) => payment))
  return order.fulfilments.flatMap(({ payment, paymentOf, at }) => {
    if (paymentOf !== order.id) return [finding('its payment is not of this order', { payment, at })]
    return paid.has(payment) ? [] : [finding('no fact says that its payment is paid', { payment, at })]
  })
}
