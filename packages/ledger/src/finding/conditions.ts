import type { Place } from './cursor.ts'

/** A value's place in the text of a statement: `$3`. */
export type Put = (value: unknown) => string

/** The values of one statement, gathered while its text is put together. */
export function gatherValues(): Readonly<{ values: unknown[]; put: Put }> {
  const values: unknown[] = []
  return { values, put: value => `$${values.push(clean(value))}` }
}

/** PostgreSQL refuses NUL, and what is kept had it replaced: so it is found as well. */
export const clean = (value: unknown) =>
  typeof value === 'string' ? value.replaceAll('\0', '\uFFFD').toWellFormed() : value

/** Conditions of those filters alone that are given, so that each search is planned for itself. */
export const given = <Value>(value: Value | undefined, condition: (value: Value) => string): string[] =>
  value === undefined ? [] : [condition(value)]

export const whereAll = (conditions: readonly string[]): string =>
  conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`

/** From `since` on, and before `until`. */
export type Times = Readonly<{ since?: Date | undefined; until?: Date | undefined }>

export const withinTimes = (column: string, { since, until }: Times, put: Put): string[] => [
  ...given(since, value => `${column} >= ${put(value)}::timestamptz`),
  ...given(until, value => `${column} < ${put(value)}::timestamptz`)
]

/** Behind a place in a list that is sorted by time, the newest first: the first half bounds the index, the second is exact. */
export function behind(
  place: Place | undefined,
  column: string,
  put: Put,
  later: (ids: readonly string[]) => string
): string[] {
  if (place === undefined) return []
  const at = `${put(place.at)}::timestamptz`
  return [`${column} <= ${at}`, `(${column} < ${at} or ${later(place.ids)})`]
}
