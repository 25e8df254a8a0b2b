import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reindent } from './reindent.ts'

test('JSON is laid out as JSON.stringify does it', () => {
  const values = [
    {},
    [],
    'a "b" \\ {,:}',
    { a: [], b: {}, c: [1, { d: null }], 'e:,{': '\\"' },
    [[[1.5e-7]], true]
  ]
  for (const value of values) {
    assert.equal(reindent(JSON.stringify(value)), JSON.stringify(value, null, 2))
    assert.equal(reindent(JSON.stringify(value, null, 7)), JSON.stringify(value, null, 2))
  }
})

test('numbers, names that come twice and escapes stay as they were sent', () => {
  const json = String.raw`{"n":12345678901234567890.10,"n":1E2,"u":"\u0000\ud800\u003c\/"}`
  assert.equal(reindent(json).replaceAll(/(?<=[:,{}])\s+|\s+(?=})/g, ''), json)
})
