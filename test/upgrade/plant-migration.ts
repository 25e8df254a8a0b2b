import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { MIGRATIONS } from '@paidonce/ledger/migrate'

/** A folder with this release's migrations and one more, as the next release might have. */
export function plantMigration(t: TestContext, sql: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'paidonce-migrations-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(MIGRATIONS, folder, { recursive: true })
  writeFileSync(join(folder, '9999_planted.sql'), sql)
  return folder
}
