import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { openLedger, ownDatabase } from '../support/own-database.ts'
import { ROOT } from '../support/sources.ts'

test('every query of docs/security.md can be asked', async t => {
  const { pool } = openLedger(t, await ownDatabase(t))
  const text = readFileSync(join(ROOT, 'docs/security.md'), 'utf8')
  const queries = [...text.matchAll(/^```sql\n(.*?)^```$/gms)].map(([, query = '']) => query)
  assert.equal(queries.length, 2)
  for (const query of queries) assert.deepEqual((await pool.query(query)).rows, [], query)
})
