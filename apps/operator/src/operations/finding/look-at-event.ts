import { type EventFact, type EventHistory, eventHistory } from '@paidonce/ledger/finding/event-history'
import type { Ledger } from '@paidonce/ledger/pool'
import { type FoundEvent, tellEvent } from './find-events.ts'
import { timeOf, timeOrNull } from './found-page.ts'

export type KnownAction = Readonly<{
  at: string
  who: string
  what: string
  why: string | null
  result: string | null
  finished: string | null
}>

export type KnownEvent = FoundEvent &
  Readonly<{
    mode: string
    /** A customer's, in part: not for everybody. */
    facts: readonly EventFact[]
    /** The JSON as it came, not for everybody; null once it was erased. */
    payload: string | null
    /** When a person was erased from it. */
    erased: string | null
    /** When a sweep found that it never came, and why that likely was. */
    missed: Readonly<{ created: string; found: string; cause: string }> | null
    /** What people did about it, the newest first. */
    actions: readonly KnownAction[]
  }>

/** All that is known of one event. Undefined if the ledger does not know it. Throws LedgerError. */
export async function lookAtEvent(ledger: Ledger, id: string): Promise<KnownEvent | undefined> {
  const history = await eventHistory(ledger, id)
  return history && tell(history)
}

const tell = ({ event, mode, facts, payload, erased, missed, actions }: EventHistory): KnownEvent => ({
  ...tellEvent(event),
  mode,
  facts,
  payload,
  erased: timeOrNull(erased),
  missed: missed && { ...missed, created: timeOf(missed.created), found: timeOf(missed.found) },
  actions: actions.map(action => ({
    ...action,
    at: timeOf(action.at),
    finished: timeOrNull(action.finished)
  }))
})
