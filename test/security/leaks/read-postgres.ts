import type { Ledger } from '@paidonce/ledger/pool'
import type { Written } from './written.ts'

/** Every column of every table, and the statements that the server shows to who may look. */
export async function readPostgres({ pool }: Ledger): Promise<Written[]> {
  const { rows: columns } = await pool.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns where table_schema = 'public'`
  )
  const written: Written[] = []
  for (const { table, column } of columns) {
    const { rows } = await pool.query(`select "${column}"::text as text from "${table}"`)
    written.push({ place: `PostgreSQL: ${table}.${column}`, text: rows.map(({ text }) => text).join('\n') })
  }
  const { rows } = await pool.query('select query as text from pg_stat_activity')
  written.push({ place: 'PostgreSQL: statements', text: rows.map(({ text }) => text).join('\n') })
  return written
}
