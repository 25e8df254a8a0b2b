import { LedgerError } from '@paidonce/ledger/ledger-error'
import type { Logger } from '@paidonce/shared/logger'
import { createHold } from './hold.ts'

/** Holds work while PostgreSQL cannot do it, and says so once an outage. */
export const createLedgerHold = (log: Logger) =>
  createHold({
    isOutage: error => error instanceof LedgerError && error.remedy === 'hold',
    onHold: err => log.error({ err }, 'PostgreSQL does not work: holding, nothing is lost'),
    onResume: () => log.info('PostgreSQL works again: going on')
  })
