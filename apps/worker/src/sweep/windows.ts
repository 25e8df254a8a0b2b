import type { Window } from '@paidonce/ledger/sweep/window'

/** Stripe lists no older ones. A little less, for the list to be read while time goes on. */
export const STRIPE_KEEPS_S = 30 * 86_400 - 3_600

/** Events may appear in the list late, and at a page that was read already: so much of the last window is read again. */
export const OVERLAP_S = 10 * 60

/** A long look back goes on from the last window that was read whole, not from its beginning. */
export const LONGEST_S = 6 * 3_600

type Where = Readonly<{
  account: string
  /** Everything up to here was compared; null before the first sweep. */
  checkpoint: number | null
  /** The creation of the oldest event that was compared and is not finished: Redis may have lost it since. */
  unfinished: number | null
  /** Where the first sweep begins, or began. */
  begin: number
  now: number
  /** Younger events may still be on their way. */
  after: number
}>

/** What to read, the oldest first. All in seconds, as Stripe counts. */
export function windowsToSweep({ account, checkpoint, unfinished, begin, now, after }: Where): Window[] {
  const until = Math.floor(now - after)
  const again = checkpoint === null ? begin : Math.min(checkpoint - OVERLAP_S, unfinished ?? checkpoint)
  const wished = Math.max(begin, again)
  const since = Math.min(Math.max(Math.floor(wished), Math.floor(now) - STRIPE_KEEPS_S), until)
  const count = Math.max(1, Math.ceil((until - since) / LONGEST_S))
  return Array.from({ length: count }, (_, index) => ({
    account,
    since: since + index * LONGEST_S,
    until: Math.min(since + (index + 1) * LONGEST_S, until)
  }))
}

/** What lies between the checkpoint and what Stripe still lists: no sweep can tell of it. */
export function windowOutOfReach({
  account,
  checkpoint,
  now
}: Pick<Where, 'account' | 'checkpoint' | 'now'>) {
  const oldest = Math.floor(now) - STRIPE_KEEPS_S
  return checkpoint !== null && checkpoint < oldest
    ? { account, since: checkpoint, until: oldest }
    : undefined
}
