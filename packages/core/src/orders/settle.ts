import type { Fact } from '../facts/fact.ts'
import { MAX_FACTS, settleBeyondReason } from './beyond-reason.ts'
import { type Debts, debtsOf } from './debts.ts'
import { type Marks, marksOf } from './marks.ts'
import { objectionsTo } from './money-guard.ts'
import { gatherOrder, type Order } from './order.ts'
import type { Payment } from './payment.ts'
import { type SessionOfPayment, sessionsOf } from './sessions.ts'

/**
 * The version of these rules. Raise it with every change of what `settle` says: orders settled by older rules are then
 * settled again, and a worker of an older release leaves alone what a newer one settled.
 */
export const SETTLE_VERSION = 2

export const STATUSES = [
  'fulfilled',
  'review',
  'awaiting_payment',
  'payment_failed',
  'expired',
  'pending'
] as const
export type Status = (typeof STATUSES)[number]

/** The one row that says the goods are due: by which payment. */
export type Fulfilment = Readonly<{ payment: string }>

export type Known = Readonly<{
  order: string
  /** A set: order and repetition do not matter. */
  facts: readonly Fact[]
  /** The fulfilment the order already has. It stays, whatever disagrees later. */
  fulfilment: Fulfilment | undefined
}>

export type SettleRules = Readonly<{ requireRegistration: boolean }>

export type Settled = Readonly<{
  status: Status
  /** The old fulfilment or the one that is due now. */
  fulfilment: Fulfilment | undefined
  marks: Marks
  owed: Debts
  /** Where the lines of what was bought are to be had, of payments that are paid or awaited. */
  sessions: readonly SessionOfPayment[]
}>

/** What is true of an order, and what is owed for it, given all that is known. Pure, and blind to the order of facts. */
export function settle(known: Known, rules: SettleRules): Settled {
  if (known.facts.length > MAX_FACTS) return settleBeyondReason(known)

  const order = gatherOrder(known.order, known.facts)
  const guard = (payment: Payment) =>
    objectionsTo({ order: order.id, payment, registration: order.registration, ...rules })

  const fulfilment = known.fulfilment ?? dueFulfilment(order, guard)
  const status = fulfilment === undefined ? unfulfilledStatus(order) : 'fulfilled'
  const marks = marksOf(order, fulfilment, guard)

  return {
    status,
    fulfilment,
    marks,
    owed: debtsOf(order, { status, fulfilment, marks }),
    sessions: sessionsOf(order)
  }
}

function dueFulfilment(
  order: Order,
  guard: (payment: Payment) => readonly unknown[]
): Fulfilment | undefined {
  const paid = order.payments.filter(payment => payment.status === 'paid')
  const passing = paid.find(payment => guard(payment).length === 0)
  const payment = passing ?? (order.approved ? paid[0] : undefined)
  return payment && { payment: payment.id }
}

/** The first row that holds. */
function unfulfilledStatus({ payments }: Order): Status {
  const any = (status: Payment['status']) => payments.some(payment => payment.status === status)

  if (any('paid')) return 'review'
  if (any('awaiting')) return 'awaiting_payment'
  if (any('failed')) return 'payment_failed'
  if (payments.length > 0 && payments.every(({ status }) => status === 'expired')) return 'expired'
  return 'pending'
}
