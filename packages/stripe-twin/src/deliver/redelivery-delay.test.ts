import assert from 'node:assert/strict'
import { test } from 'node:test'
import { redeliveryDelayMs } from './redelivery-delay.ts'

for (const [attempt, expectedMs] of [
  [1, 500],
  [2, 1_000],
  [4, 4_000],
  [5, 8_000],
  [50, 8_000]
] as const) {
  test(`after attempt ${attempt} the next one follows in ${expectedMs} ms`, () => {
    assert.equal(redeliveryDelayMs(attempt), expectedMs)
  })
}
