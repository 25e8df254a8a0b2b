import { readdir } from 'node:fs/promises'
import { MIGRATIONS } from '../migrate.ts'
import type { Ledger } from '../pool.ts'
import type { Statement } from '../statement.ts'
import { run } from '../transaction.ts'

/** What PostgreSQL says of itself. */
export type ServerReport = Readonly<{
  version: string
  isReplica: boolean
  settings: Readonly<Record<'fsync' | 'full_page_writes' | 'synchronous_commit', string>>
  connections: number
  /** Without those that are kept for superusers. */
  mostConnections: number
  /** How far its clock is ahead of ours. */
  aheadMs: number
  /** Names of migrations. */
  applied: readonly string[]
  known: readonly string[]
}>

type Row = Omit<ServerReport, 'applied' | 'known' | 'aheadMs'> &
  Readonly<{ nowMs: number; hasMigrations: boolean }>

/** Reads alone, and works without any of our tables. Throws LedgerError. */
export async function lookAtServer(ledger: Ledger): Promise<ServerReport> {
  await run(ledger, NOTHING) // connects, which would pass for a clock that is behind
  const before = Date.now()
  const [row] = await run(ledger, SERVER)
  const ourMs = (before + Date.now()) / 2
  if (row === undefined) throw new Error('PostgreSQL gave no row')
  const { hasMigrations, nowMs, ...report } = row
  const applied = hasMigrations ? await run(ledger, APPLIED) : []
  return {
    ...report,
    aheadMs: nowMs - ourMs,
    applied: applied.map(({ name }) => name),
    known: await knownMigrations()
  }
}

async function knownMigrations(): Promise<string[]> {
  const files = await readdir(MIGRATIONS)
  return files.flatMap(file => (file.endsWith('.sql') ? [file.slice(0, -'.sql'.length)] : [])).sort()
}

const NOTHING: Statement = { name: 'nothing', text: 'select', values: [] }

const SERVER: Statement<Row> = {
  name: 'look-at-server',
  text: `
    select current_setting('server_version') as version, pg_is_in_recovery() as "isReplica",
           json_build_object('fsync', current_setting('fsync'), 'full_page_writes', current_setting('full_page_writes'),
                             'synchronous_commit', current_setting('synchronous_commit')) as settings,
           (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as connections,
           current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
             as "mostConnections",
           extract(epoch from clock_timestamp())::float8 * 1000 as "nowMs",
           to_regclass('migrations') is not null as "hasMigrations"`,
  values: []
}

const APPLIED: Statement<{ name: string }> = {
  name: 'applied-migrations',
  text: 'select name from migrations order by id',
  values: []
}
