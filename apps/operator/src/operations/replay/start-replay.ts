import type { Ledger } from '@paidonce/ledger/pool'
import { openReplay } from '@paidonce/ledger/replaying/open-replay'
import { chooseEvents, USUAL_CAP, type Which } from './which-events.ts'

export const USUAL_PACE = 200

export type ReplayWish = Readonly<{
  which: Which
  who: string
  why: string
  skipsLetters?: boolean | undefined
  /** Events a second. */
  pace?: number | undefined
  cap?: number | undefined
}>

/**
 * Chooses the events and writes down who wants them read again; `runReplay` then queues them. Gives the replay's id, undefined if
 * there is nothing to replay. Throws TooMany, and LedgerError.
 */
export async function startReplay(ledger: Ledger, wish: ReplayWish): Promise<string | undefined> {
  const { which, who, why, skipsLetters = false, pace = USUAL_PACE, cap = USUAL_CAP } = wish
  const events = await chooseEvents(ledger, which, cap)
  if (events.length === 0) return undefined
  return await openReplay(ledger, { who, why, asked: which, events, skipsLetters, pace })
}
