import { noteAction } from '@paidonce/ledger/people/note-action'
import type { Ledger } from '@paidonce/ledger/pool'
import { abortReplay as abort } from '@paidonce/ledger/replaying/run'
import { run } from '@paidonce/ledger/transaction'

/** What is not queued yet never is, but for the portion in hand; what is queued is read. False if it was over already. Throws LedgerError. */
export const abortReplay = (
  ledger: Ledger,
  { id, who }: Readonly<{ id: string; who: string }>
): Promise<boolean> =>
  noteAction(
    ledger,
    { who, what: 'abort replay', why: null, about: `replay ${id}` },
    async () => (await run(ledger, abort(id))).length > 0,
    isAborted => (isAborted ? 'aborted' : 'it was over')
  )
