import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EVENT_RETRY, LETTER_RETRY, retryDelayMs } from './retry-delay.ts'

for (const [attempt, limits, longest] of [
  [1, EVENT_RETRY, 1_000],
  [2, EVENT_RETRY, 2_000],
  [7, EVENT_RETRY, 64_000],
  [40, EVENT_RETRY, 300_000],
  [1, LETTER_RETRY, 10_000],
  [5_000, LETTER_RETRY, 1_800_000]
] as const) {
  test(`the longest wait after attempt ${attempt} from ${limits.baseMs} ms is ${longest} ms`, () => {
    assert.equal(
      retryDelayMs(attempt, limits, () => 1),
      longest
    )
  })
}

test('jitter is full: the wait may be nothing, and half the chance is half the wait', () => {
  assert.equal(
    retryDelayMs(3, EVENT_RETRY, () => 0),
    0
  )
  assert.equal(
    retryDelayMs(3, EVENT_RETRY, () => 0.5),
    2_000
  )
})
