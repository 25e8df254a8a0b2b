import assert from 'node:assert/strict'
import { test } from 'node:test'
import { atMost } from './at-most.ts'

test('so many are let through, then none until the stretch is over', () => {
  const may = atMost(2, 1_000)
  assert.deepEqual([0, 1, 2, 999, 1_000, 1_001, 1_002].map(may), [
    true,
    true,
    false,
    false,
    true,
    true,
    false
  ])
})

test('a clock that is put back holds nobody up', () => {
  const may = atMost(1, 1_000)
  assert.deepEqual([5_000, 5_001, 10, 11].map(may), [true, false, true, false])
})
