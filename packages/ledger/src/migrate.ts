import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { SpeakingError } from '@paidonce/shared/describe-error'
import { runner } from 'node-pg-migrate'
import { asLedgerError, type LedgerError } from './ledger-error.ts'

/** Where this release's migrations lie. */
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url))

/** Down, starting up, or full of connections: worth waiting for. */
const COMES_BACK = /^(LEDGER_UNREACHABLE|SQLSTATE_(08|53|57P))/

/** Workers hold the lock that it needs, and perhaps wait for ours: it lets go and asks again. */
const IS_IN_THE_WAY = /^SQLSTATE_(40P01|55P03)$/
const PAUSE_MS = 500
const MOST_TRIES = 200

/**
 * Brings the schema up to date. Any number of processes may call it at once: one works, the others wait for it.
 * Throws LedgerError while the database cannot be reached, and MigrationFailed when a migration fails; then nothing of
 * that migration is left. `folder` holds the migrations as .sql files, ordered by name; each is a transaction.
 */
export async function migrate(databaseUrl: string, folder = MIGRATIONS): Promise<string[]> {
  for (let tries = 1; ; tries++) {
    try {
      return await runAll(databaseUrl, folder)
    } catch (error) {
      const cause = error instanceof MigrationFailed ? (error.cause as LedgerError) : undefined
      if (cause === undefined || !IS_IN_THE_WAY.test(cause.code) || tries === MOST_TRIES) throw error
      await wait(Math.random() * PAUSE_MS)
    }
  }
}

async function runAll(databaseUrl: string, folder: string): Promise<string[]> {
  let current = 'list'
  const log = (line: string) => {
    current = line.match(/^### MIGRATION (\S+)/)?.[1] ?? current
  }
  const logger = { debug: log, info: log, warn: log, error: log }

  try {
    const done = await runner({
      databaseUrl,
      singleTransaction: false,
      dir: join(folder, '*.sql'),
      useGlob: true,
      direction: 'up',
      migrationsTable: 'migrations',
      advisoryLockMode: 'wait',
      logger
    })
    return done.map(({ name }) => name)
  } catch (error) {
    const refusal = asLedgerError(error)
    throw COMES_BACK.test(refusal.code) ? refusal : new MigrationFailed(current, refusal)
  }
}

export class MigrationFailed extends SpeakingError {
  override readonly name = 'MigrationFailed'
  readonly code = 'MIGRATION_FAILED'

  constructor(migration: string, cause: Error) {
    super(`the tables could not be brought up to date, at migration ${migration}: ${cause.message}`, {
      cause
    })
  }
}
