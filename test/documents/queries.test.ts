import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openLedger, ownDatabase } from '../support/own-database.ts'
import { textsIn } from './blocks.ts'

test('every query of docs/operations.md can be asked', async t => {
  const { pool } = openLedger(t, await ownDatabase(t))
  const queries = textsIn('sql', 'docs/operations.md')
  assert.ok(queries.length >= 5)
  for (const query of queries) {
    const { rows } = await pool.query(query)
    assert.deepEqual(rows, [], query)
  }
})
