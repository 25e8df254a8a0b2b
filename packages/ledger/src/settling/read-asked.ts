import { type AskedObject, asEvent } from '@paidonce/core/facts/as-event'
import type { ReadingRules } from '@paidonce/core/facts/reading'
import { FACTS, readEvent } from '@paidonce/core/facts/table'
import { isStripeEvent } from '@paidonce/shared/stripe-event'
import type { ReadEvent } from './read-event.ts'

/**
 * What Stripe said of an object when asked, ready to be settled like an event. Undefined if it tells nothing, or is not
 * as Stripe's objects are.
 */
export function readAsked(asked: AskedObject, rules: ReadingRules, now: Date): ReadEvent | undefined {
  const event = asEvent(asked, Math.floor(now.getTime() / 1000))
  if (event === undefined || !isStripeEvent(event)) return undefined
  return {
    job: { id: event.id, event, receivedAt: now.toISOString(), how: 'asked' },
    reading: readEvent(FACTS, rules, event),
    payload: JSON.stringify(event),
    attempts: 1
  }
}
