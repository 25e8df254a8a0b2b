import {
  discardLetters,
  resendLetter as owesAgain,
  retryLetters,
  type SeenLetter
} from '@paidonce/ledger/people/letter-again'
import { noteAction } from '@paidonce/ledger/people/note-action'
import type { KnownLetter } from '@paidonce/ledger/people/read-letter'
import type { Ledger } from '@paidonce/ledger/pool'
import { run } from '@paidonce/ledger/transaction'

/** Who wants it, and why. */
export type Asking = Readonly<{ by: string; why: string | null }>

/** As somebody saw it: of a letter that changed since, nothing is done. */
type Letter = SeenLetter & Pick<KnownLetter, 'account' | 'order'>

/** Whether it was done. False: it is being sent at this moment, or somebody was faster. */
type Done = Promise<boolean>

/**
 * Sends a letter once more, to another address if one is given. It goes out if it is still true then, as every letter does. The
 * address is not written down with the action.
 */
export const resendLetter = (ledger: Ledger, letter: Letter, asking: Asking, address: string | null): Done =>
  noted(ledger, letter, asking, address === null ? 'resend letter' : 'resend letter to another address', () =>
    run(ledger, owesAgain(letter, address))
  )

/** Tries to send it now. */
export const retryLetter = (ledger: Ledger, letter: Letter, asking: Asking): Done =>
  noted(ledger, letter, asking, 'retry letter', () => run(ledger, retryLetters({ ids: [letter.id] }, 1)))

/** Leaves it unsent for good. */
export const discardLetter = (
  ledger: Ledger,
  letter: Letter,
  { by, why }: Asking & Readonly<{ why: string }>
): Done =>
  noted(ledger, letter, { by, why }, 'discard letter', () =>
    run(ledger, discardLetters({ ids: [letter.id] }, discardedBy(by, why), 1))
  )

export const discardedBy = (by: string, why: string): string => `discarded by ${by}: ${why}`

function noted(
  ledger: Ledger,
  { id, account, order }: Letter,
  { by, why }: Asking,
  what: string,
  work: () => Promise<readonly unknown[]>
): Done {
  const action = { who: by, what, why, account, order, about: `letter ${id}` }
  return noteAction(
    ledger,
    action,
    async () => (await work()).length > 0,
    isDone => (isDone ? 'done' : 'nothing: it is being sent, or has changed')
  )
}
