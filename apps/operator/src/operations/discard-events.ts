import { discardEvents as discard } from '@paidonce/ledger/people/discard-events'
import type { Ledger } from '@paidonce/ledger/pool'
import { run } from '@paidonce/ledger/transaction'
import { chooseEvents, USUAL_CAP, type Which } from './replay/which-events.ts'

type Asking = Readonly<{ by: string; why: string; cap?: number | undefined }>

/** Has failed events stand among the failures no more. Gives the ids of those that did. Throws TooMany, and LedgerError. */
export async function discardEvents(
  ledger: Ledger,
  which: Which,
  { by, why, cap = USUAL_CAP }: Asking
): Promise<readonly string[]> {
  const failed = 'ids' in which ? which : { ...which, filter: { ...which.filter, state: 'failed' as const } }
  const ids = await chooseEvents(ledger, failed, cap)
  return (await run(ledger, discard(ids, { by, why }))).map(({ id }) => id)
}
