import { SpeakingError } from '@paidonce/shared/describe-error'
import pg from 'pg'

/** What becomes of work that PostgreSQL did not do. */
export type Remedy =
  /** The work itself is at fault: try each part alone. */
  | 'isolate'
  /** Nothing is wrong with it: it collided with other work, or somebody held its locks for too long. Try each part alone, or later. */
  | 'later'
  /** The database is at fault: keep the work, wait, and try the same again. */
  | 'hold'

/**
 * PostgreSQL refused a statement, or could not be reached. The message holds the SQLSTATE and nothing that PostgreSQL said, since it
 * quotes values.
 */
export class LedgerError extends SpeakingError {
  override readonly name = 'LedgerError'
  readonly code: string
  readonly remedy: Remedy
  /** A value is at fault, not the database: asked again with the same, it says the same. */
  readonly isOfData: boolean

  constructor(sqlState: string | undefined, options?: ErrorOptions) {
    super(
      sqlState === undefined
        ? 'PostgreSQL cannot be reached: does it run, and is DATABASE_URL right?'
        : `PostgreSQL refused: SQLSTATE ${sqlState}`,
      options
    )
    this.code = sqlState === undefined ? 'LEDGER_UNREACHABLE' : `SQLSTATE_${sqlState}`
    this.remedy = remedyOf(sqlState)
    this.isOfData = sqlState?.startsWith('22') ?? false
  }
}

/** 22 bad data, 23 a constraint. */
const ISOLATE = /^2[23]/

/** 40 rolled back (serialization, deadlock), 55P03 a lock not had in time. */
const LATER = /^(40|55P03$)/

function remedyOf(sqlState: string | undefined): Remedy {
  if (sqlState === undefined) return 'hold'
  if (ISOLATE.test(sqlState)) return 'isolate'
  return LATER.test(sqlState) ? 'later' : 'hold'
}

export const asLedgerError = (error: unknown): LedgerError =>
  error instanceof LedgerError ? error : new LedgerError(sqlStateOf(error), { cause: error })

const sqlStateOf = (error: unknown) => (error instanceof pg.DatabaseError ? error.code : undefined)
