import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRoomy } from './redis-settings.ts'

const info = (used: number, limit: number) =>
  [
    '# Memory',
    `used_memory:${used}`,
    'used_memory_rss:999999',
    `maxmemory:${limit}`,
    'maxmemory_policy:noeviction',
    ''
  ].join('\r\n')

for (const [used, limit, roomy] of [
  [699, 1_000, true],
  [700, 1_000, false],
  [5_000, 1_000, false],
  [5_000, 0, true]
] as const) {
  test(`${used} bytes of ${limit === 0 ? 'no limit' : limit}: ${roomy ? 'room is left' : 'no room'}`, () => {
    assert.equal(isRoomy(info(used, limit)), roomy)
  })
}
