import { isObject } from '@paidonce/shared/stripe-event'

/*
 * Fields of Stripe's objects as any API version may send them: absent, null, expanded to an object, or of another type.
 */

/** Longer than any field of Stripe's that is read here; a longer one would not fit into an index. */
const MAX_LENGTH = 500

/** A text that PostgreSQL stores as it is: NUL and lone surrogates, which it cannot hold, are replaced. */
export function textOf(value: unknown): string | null {
  if (typeof value !== 'string' || value === '' || value.length > MAX_LENGTH) return null
  return value.replaceAll('\0', '\uFFFD').toWellFormed()
}

export const amountOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : null

/** The id of a reference, expanded or not. */
export const idOf = (value: unknown): string | null => textOf(isObject(value) ? value.id : value)

export const partsOf = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {})
