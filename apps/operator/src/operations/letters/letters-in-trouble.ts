import { groupLetterFailures, type LetterFailures } from '@paidonce/ledger/finding/group-failures'
import type { Ledger } from '@paidonce/ledger/pool'
import { run } from '@paidonce/ledger/transaction'

const MONTH_MS = 30 * 86_400_000

/** Letters that could not be sent, grouped by cause; of those given up the last month's. Throws LedgerError. */
export const lettersInTrouble = (ledger: Ledger): Promise<LetterFailures[]> =>
  run(ledger, groupLetterFailures(new Date(Date.now() - MONTH_MS)))
