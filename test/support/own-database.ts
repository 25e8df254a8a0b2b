import { randomBytes } from 'node:crypto'
import type { TestContext } from 'node:test'
import { migrate } from '@paidonce/ledger/migrate'
import { createPool, type Ledger } from '@paidonce/ledger/pool'
import pg from 'pg'
import { testStack } from './test-stack.ts'

/** A new database for one test, with nothing in it, on the given or the common server. */
export async function emptyDatabase(t: TestContext, server = testStack().databaseUrl): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name}`)
  t.after(() => onServer(server, `drop database if exists ${name} with (force)`).catch(() => undefined))

  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** A new database with our tables for one test. */
export async function ownDatabase(t: TestContext, server?: string): Promise<string> {
  const url = await emptyDatabase(t, server)
  await migrate(url)
  return url
}

/** A ledger on a database of its own. */
export async function ownLedger(t: TestContext): Promise<Ledger> {
  return openLedger(t, await ownDatabase(t))
}

/** A ledger on the given database, closed after the test. */
export function openLedger(t: TestContext, connectionString: string): Ledger {
  const ledger = createPool({ connectionString, namedStatements: true, onError: () => undefined })
  t.after(() => ledger.pool.end())
  return ledger
}

async function onServer(server: string, sql: string) {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
