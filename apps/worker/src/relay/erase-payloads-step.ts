import { erasePayloads } from '@paidonce/ledger/forgetting/erase-payloads'
import type { Ledger } from '@paidonce/ledger/pool'
import { run } from '@paidonce/ledger/transaction'
import type { Logger } from '@paidonce/shared/logger'

type Parts = Readonly<{
  ledger: Ledger
  /** 0: they are kept for ever. */
  days: number
  log: Logger
}>

/** Rows that are locked at once. */
const PORTION = 500

/** The step of a relay that erases old payloads, a portion each time. True: there is more. */
export const erasePayloadsStep =
  ({ ledger, days, log }: Parts) =>
  async (): Promise<boolean> => {
    if (days === 0) return false
    const erased = await run(ledger, erasePayloads(days, PORTION))
    if (erased.length > 0) log.info({ erased: erased.length, days }, 'old payloads are erased')
    return erased.length === PORTION
  }
