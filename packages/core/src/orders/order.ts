import { groupBy } from '@paidonce/shared/group-by'
import { type Fact, NO_PAYMENT } from '../facts/fact.ts'
import type { Registration } from './money-guard.ts'
import { mergePayment, type Payment } from './payment.ts'

/** What the facts of one order add up to, before anything is decided. Payments are sorted by id. */
export type Order = Readonly<{
  id: string
  payments: readonly Payment[]
  registration: Registration | undefined
  approved: boolean
}>

/** Gathers the facts of one order. Any order and any repetition of `facts` gives the same. */
export function gatherOrder(id: string, facts: readonly Fact[]): Order {
  const byPayment = groupBy(facts, fact => fact.payment)
  const ofTheOrder = byPayment.get(NO_PAYMENT) ?? []
  byPayment.delete(NO_PAYMENT)

  return {
    id,
    payments: [...byPayment].map(([payment, its]) => mergePayment(payment, its)).sort(byId),
    registration: ofTheOrder.find(fact => fact.kind === 'registered')?.value,
    approved: ofTheOrder.some(fact => fact.kind === 'approved')
  }
}

const byId = (a: Payment, b: Payment) => (a.id < b.id ? -1 : 1)
