import type { FactKind, FactValues } from '../fact.ts'
import { amount, currency, flag, id, knownAmount, knownId, type Rule, text } from './rules.ts'

/** What an event may tell. The other two are told by people, about an order itself. */
export type OwnKind = Exclude<FactKind, 'registered' | 'approved'>

const due = { amount, currency }
const buyer = { email: text, name: text, locale: text }
const attempt = { charge: id, method: id }

/** Every kind of fact that an own reading may tell, and the fields of its value. */
export const OWN_KINDS: Readonly<{
  [Kind in OwnKind]: Readonly<{ [Field in keyof FactValues[Kind]]-?: Rule }>
}> = {
  completed: { ...due, ...buyer, session: id },
  paid: { ...due, ...buyer, session: id },
  failed: { ...due, ...buyer },
  expired: {},
  underway: { ...due, ...attempt },
  declined: { ...due, ...buyer, ...attempt },
  canceled: {},
  refunded: { amount: knownAmount, ...buyer },
  refund: { refund: knownId, amount: knownAmount, status: text },
  dispute: { dispute: knownId, ...due, status: text, reason: text },
  fraud_warning: { warning: knownId },
  radar_review: { review: knownId, isOpen: flag }
}

export const isOwnKind = (kind: unknown): kind is OwnKind =>
  typeof kind === 'string' && Object.hasOwn(OWN_KINDS, kind)
