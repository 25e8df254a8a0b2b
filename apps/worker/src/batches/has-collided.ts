import { LedgerError } from '@paidonce/ledger/ledger-error'

/** Whether nothing is wrong with the work itself: it collided with other work in PostgreSQL, or somebody held its locks for too long. */
export const hasCollided = (error: unknown): boolean =>
  error instanceof LedgerError && error.remedy === 'later'
