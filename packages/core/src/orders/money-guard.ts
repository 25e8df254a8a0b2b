import type { FactValues } from '../facts/fact.ts'
import type { Payment } from './payment.ts'

/** Why a paid payment must not fulfil its order before a person looked at it. */
export type Objection =
  | 'amount_differs'
  | 'currency_differs'
  | 'order_differs'
  | 'refunded_first'
  | 'unregistered'
  | 'too_many_facts'

/** The newest registration is the only one: registering again replaces it. */
export type Registration = FactValues['registered']

type Guarded = Readonly<{
  order: string
  payment: Payment
  registration: Registration | undefined
  requireRegistration: boolean
}>

/** What speaks against `payment` standing for `order`. Empty: nothing. */
export function objectionsTo({ order, payment, registration, requireRegistration }: Guarded): Objection[] {
  return [
    ...(registration === undefined ? unregistered(requireRegistration) : differences(payment, registration)),
    ...(payment.orders.some(named => named !== order) ? (['order_differs'] as const) : []),
    ...(payment.refunds.amount > 0 ? (['refunded_first'] as const) : [])
  ]
}

const unregistered = (required: boolean): Objection[] => (required ? ['unregistered'] : [])

function differences({ due }: Payment, registration: Registration): Objection[] {
  return [
    ...(due.amount === registration.amount ? [] : (['amount_differs'] as const)),
    ...(due.currency === registration.currency ? [] : (['currency_differs'] as const))
  ]
}
