import { createPool, type Ledger } from '@paidonce/ledger/pool'
import { databaseUrl } from './where-to-look.ts'

/** Does something with the database to look at, and lets go of it. */
export async function withLedger<T>(
  env: Readonly<Record<string, string | undefined>>,
  work: (ledger: Ledger) => Promise<T>
): Promise<T> {
  const ledger = createPool({
    connectionString: databaseUrl(env),
    namedStatements: false,
    onError: () => undefined
  })
  try {
    return await work(ledger)
  } finally {
    await ledger.pool.end()
  }
}
