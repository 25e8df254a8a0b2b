import type { Attempt } from '../facts/fact.ts'
import type { ValuesOf } from './values-of.ts'

export type PaymentStatus = 'paid' | 'failed' | 'awaiting' | 'expired' | 'declined' | 'none'

/** The first that holds. */
export function paymentStatus(values: ValuesOf): PaymentStatus {
  const has = (kind: Parameters<ValuesOf>[0]) => values(kind).length > 0
  const declined = values('declined')
  const underway = values('underway')
  const onTheirWay = underway.filter(attempt => !declined.some(other => isSameAttempt(attempt, other)))

  if (has('paid')) return 'paid'
  if (has('failed')) return 'failed'
  if (underway.length > 0 && onTheirWay.length === 0) return 'failed'
  if (has('canceled')) return 'expired'
  if (has('completed') || onTheirWay.length > 0) return 'awaiting'
  if (has('expired')) return 'expired'
  return declined.length > 0 ? 'declined' : 'none'
}

/** By its charge; a voucher or a bank transfer has none until the money comes. */
const isSameAttempt = (a: Attempt, b: Attempt): boolean =>
  a.charge !== null && b.charge !== null ? a.charge === b.charge : a.method !== null && a.method === b.method
