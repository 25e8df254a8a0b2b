import { discardLetters, retryLetters, type Troubled } from '@paidonce/ledger/people/letter-again'
import { noteAction } from '@paidonce/ledger/people/note-action'
import type { Ledger } from '@paidonce/ledger/pool'
import type { Statement } from '@paidonce/ledger/statement'
import { run } from '@paidonce/ledger/transaction'
import { type Asking, discardedBy } from './mend-letter.ts'

/** No more at once, unless somebody says so: whoever presses a button by mistake has not written to everybody. */
export const USUAL_CAP = 1_000

/** Has all letters that are in the same trouble tried at once. Gives how many. */
export const retryGroup = (
  ledger: Ledger,
  group: Troubled,
  asking: Asking,
  cap: number = USUAL_CAP
): Promise<number> => noted(ledger, group, asking, 'retry letters', retryLetters(group, cap))

/** Leaves all of them unsent for good. Gives how many. */
export const discardGroup = (
  ledger: Ledger,
  group: Troubled,
  { by, why }: Asking & Readonly<{ why: string }>,
  cap: number = USUAL_CAP
): Promise<number> =>
  noted(ledger, group, { by, why }, 'discard letters', discardLetters(group, discardedBy(by, why), cap))

const noted = (
  ledger: Ledger,
  group: Troubled,
  { by, why }: Asking,
  what: string,
  change: Statement<{ id: string }>
): Promise<number> =>
  noteAction(
    ledger,
    { who: by, what, why, about: nameOf(group) },
    async () => (await run(ledger, change)).length,
    count => `${count} letters`
  )

const nameOf = (group: Troubled): string =>
  'ids' in group
    ? `${group.ids.length} letters`
    : `letters ${group.kind} · ${group.status} · ${group.reason ?? 'no reason'}`
