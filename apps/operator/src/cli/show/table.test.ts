import assert from 'node:assert/strict'
import { test } from 'node:test'
import { table } from './table.ts'

test('cells stand below one another, and an empty column is left out', () => {
  assert.deepEqual(
    table(
      ['id', 'account', 'status'],
      [
        ['1', '', 'fulfilled'],
        ['1002', '', '']
      ]
    ),
    ['id    status', '1     fulfilled', '1002']
  )
})

test('a cell cannot move the cursor, colour the screen, end its line or turn what follows', () => {
  const hostile = 'a\x1b[2J\x1b]0;x\x07b\r\nc\u202ed\u2066e\u0085f\u200bg\ud800h\u2028'
  const [, line = ''] = table(['id'], [[hostile]])
  assert.equal(line, 'a·[2J·]0;x·b··c·d·e·f·g·h·')
})
