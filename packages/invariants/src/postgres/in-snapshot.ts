import { asLedgerError } from '@paidonce/ledger/ledger-error'
import pg from 'pg'

/** Reads rows as the snapshot shows them. */
export type Read = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>

/**
 * Everything that `work` reads is of one moment, and nothing can be written. Long readings are no burden to writers. Throws
 * LedgerError.
 */
export async function inSnapshot<T>(databaseUrl: string, work: (read: Read) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'paidonce-invariants',
    connectionTimeoutMillis: 5_000,
    statement_timeout: 60_000
  })
  // A lost connection makes the next query fail, which says enough.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('begin isolation level repeatable read, read only')
    return await work(async (text, values = []) => (await client.query(text, [...values])).rows)
  } catch (error) {
    throw error instanceof pg.DatabaseError || isOfConnection(error) ? asLedgerError(error) : error
  } finally {
    await client.end().catch(() => undefined)
  }
}

const isOfConnection = (error: unknown) =>
  error instanceof Error && ('syscall' in error || /connection|timeout/i.test(error.message))
