import pg from 'pg'

export type Pool = pg.Pool

type PoolOptions = Readonly<{
  connectionString: string
  /** Off for poolers that cannot keep prepared statements, such as PgBouncer before 1.21. */
  namedStatements: boolean
  onError: (error: Error) => void
}>

/** Two lanes of batches, the relay, and letters being checked. */
const MOST_CONNECTIONS = 10

/**
 * Connections that give up on a statement, a lock or a forgotten transaction rather than wait for ever. The client's own
 * limit (`query_timeout`) only catches a server that answers nothing, so it is the largest.
 */
export function createPool({ connectionString, namedStatements, onError }: PoolOptions): Ledger {
  const pool = new pg.Pool({
    connectionString,
    max: MOST_CONNECTIONS,
    pipeline: true,
    application_name: 'paidonce',
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 20_000,
    query_timeout: 15_000
  })
  // Both listeners are needed: without the second, a connection lost in mid-transaction ends the process.
  pool.on('error', onError)
  pool.on('connect', client => client.on('error', onError))
  return { pool, namedStatements }
}

/** A PostgreSQL that holds our tables. */
export type Ledger = Readonly<{ pool: Pool; namedStatements: boolean }>
