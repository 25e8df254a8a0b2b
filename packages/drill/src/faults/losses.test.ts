import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sortMissing } from './losses.ts'

const accepted = new Map(
  [
    { id: 'taken', last: 5_000 },
    { id: 'other', last: 5_000 },
    { id: 'again', last: 30_000 }
  ].map(({ id, last }) => [id, { type: 'type', times: [1_000, last] }])
)
const LOSSES = [{ kind: 'redis_memory_lost', at: 6_000, ids: new Set(['taken', 'again']) }]

test('what a fault may have taken is set to its account, anything else is not', () => {
  assert.deepEqual(sortMissing(['taken', 'other'], LOSSES, accepted), {
    byKind: { redis_memory_lost: ['taken'] },
    unexplained: ['other']
  })
})

test('what was answered 200 again after the fault is not its doing', () => {
  assert.deepEqual(sortMissing(['again'], LOSSES, accepted), { byKind: {}, unexplained: ['again'] })
})
