import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { checkout } from './checkout.ts'
import { disputes } from './disputes.ts'
import { paymentIntents } from './payment-intents.ts'
import type { FactsTable, Reading, ReadingRules } from './reading.ts'
import { refunds } from './refunds.ts'
import { UnknownEventType } from './unknown-event-type.ts'

/** Everything that paidonce acts on. An event that is not here is acknowledged and ignored. */
export const FACTS: FactsTable = { ...checkout, ...paymentIntents, ...refunds, ...disputes }

/** `Object.hasOwn`, since a type named "toString" is not ours. */
export const isActedOn = (table: FactsTable, type: string): boolean => Object.hasOwn(table, type)

/** What the event tells. Throws UnknownEventType for a type that is not in the table. */
export function readEvent(table: FactsTable, rules: ReadingRules, event: StripeEvent): Reading {
  const read = isActedOn(table, event.type) ? table[event.type] : undefined
  if (read === undefined) throw new UnknownEventType(event.type)
  return read(event, rules)
}
