import pg from 'pg'

type Options = Readonly<{ url: string; onError: (error: Error) => void }>

/** Connections that give up on a database that does not answer, rather than let a buyer wait for ever. */
export function openPool({ url, onError }: Options): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'shop',
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 20_000,
    query_timeout: 15_000
  })
  // Both are needed: without the second, a connection that breaks while it is in use ends the program.
  pool.on('error', onError)
  pool.on('connect', client => client.on('error', onError))
  return pool
}
