import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeRedis } from './redis-settings.ts'

const info = (fields: Readonly<Record<string, string>>) =>
  ['# Server', ...Object.entries(fields).map(([name, value]) => `${name}:${value}`), ''].join('\r\n')
const GOOD = { redis_version: '7.0.15', maxmemory_policy: 'noeviction', aof_enabled: '1' }

test('a Redis that keeps everything is taken', () => {
  assert.deepEqual(judgeRedis(info(GOOD)), {})
  assert.deepEqual(judgeRedis(info({ ...GOOD, redis_version: '6.2.0' })), {})
})

test('a Redis that evicts is refused, and told how to mend', () => {
  const { refusal } = judgeRedis(info({ ...GOOD, maxmemory_policy: 'allkeys-lru' }))
  assert.match(refusal ?? '', /maxmemory-policy allkeys-lru\): set maxmemory-policy noeviction$/)
})

test('a Redis without the commands needed is refused', () => {
  for (const version of ['6.0.16', '5.0.7', '4.0']) {
    assert.match(judgeRedis(info({ ...GOOD, redis_version: version })).refusal ?? '', /too old: use 6\.2/)
  }
})

test('a Redis in memory only is taken with a warning', () => {
  const { refusal, warning } = judgeRedis(info({ ...GOOD, aof_enabled: '0' }))
  assert.equal(refusal, undefined)
  assert.match(warning ?? '', /appendonly yes/)
})

test('what a host hides is not held against it', () => {
  assert.deepEqual(judgeRedis(''), {})
  assert.deepEqual(judgeRedis(info({ redis_version: 'unknown' })), {})
})
