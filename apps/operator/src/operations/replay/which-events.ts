import { type EventFilter, eventsFound } from '@paidonce/ledger/finding/find-events'
import type { Ledger } from '@paidonce/ledger/pool'
import { run } from '@paidonce/ledger/transaction'
import { SpeakingError } from '@paidonce/shared/describe-error'

/** The events to read again: by their ids, or those that a filter finds, the newest first. */
export type Which = Readonly<{ ids: readonly string[] } | { filter: EventFilter; limit?: number | undefined }>

/** So many at once, unless whoever asks says a higher number: a filter that was too wide is noticed in time. */
export const USUAL_CAP = 1_000

/** Their ids. Throws TooMany, and LedgerError. */
export async function chooseEvents(ledger: Ledger, which: Which, cap: number): Promise<string[]> {
  if ('ids' in which) return [...new Set(which.ids)]
  const limit = Math.min(which.limit ?? cap + 1, cap + 1)
  const found = await run(
    { ...ledger, namedStatements: false },
    eventsFound(which.filter, { limit, place: undefined })
  )
  if (found.length > cap) throw new TooMany(cap)
  return found.map(({ id }) => id)
}

export class TooMany extends SpeakingError {
  override readonly name = 'TooMany'
  readonly code = 'TOO_MANY'

  constructor(cap: number) {
    super(`these are more than ${cap} events: ask for fewer, or raise the cap`)
  }
}
