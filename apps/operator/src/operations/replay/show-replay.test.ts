import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { KnownReplay } from './look-at-replays.ts'
import { showProgress } from './show-replay.ts'

test('what was left out of a replay is called so, as in the console', () => {
  const replay = {
    id: '7',
    total: 3,
    queued: 2,
    finished: 1,
    failed: 1,
    leftOut: 1
  } as unknown as KnownReplay
  assert.equal(showProgress(replay), 'replay 7: 2 of 3 queued, 1 finished, 1 failed again, 1 left out')
})
