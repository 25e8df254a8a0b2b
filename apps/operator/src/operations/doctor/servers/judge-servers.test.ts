import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Finding } from '../finding.ts'
import { judgeClock } from '../judge-clocks.ts'
import { judgePostgres } from './judge-postgres.ts'
import { judgeRedisServer } from './judge-redis.ts'
import { judgeWork } from './judge-work.ts'

const wrong = (findings: readonly Finding[]) =>
  findings.filter(({ status }) => status !== 'ok').map(({ status, says }) => `${status}: ${says}`)

const FINE = {
  redis_version: '7.2.4',
  maxmemory_policy: 'noeviction',
  aof_enabled: 1,
  role: 'master',
  used_memory: 1_048_576,
  maxmemory: 104_857_600
}

const redis = (over: Readonly<Record<string, string | number>>, appendfsync?: string) =>
  wrong(
    judgeRedisServer({
      info: Object.entries({ ...FINE, ...over })
        .map(([name, value]) => `${name}:${value}\r\n`)
        .join(''),
      appendfsync
    })
  )

test('a Redis as it should be needs nothing', () => {
  for (const fsync of ['always', 'everysec', undefined]) assert.deepEqual(redis({}, fsync), [])
})

for (const [over, fsync, says] of [
  [{ redis_version: '6.0.1' }, 'always', /^problem: Redis 6\.0 is too old\.$/],
  [
    { maxmemory_policy: 'allkeys-lru' },
    'always',
    /^problem: Redis may throw accepted events away .*allkeys-lru\)\.$/
  ],
  [{ aof_enabled: 0 }, 'always', /^warning: Redis keeps accepted events in memory only/],
  [{ role: 'slave' }, 'always', /^problem: This Redis is a replica/],
  [{}, 'no', /^warning: A power cut may lose half a minute/],
  [{ maxmemory: 0 }, 'always', /^warning: Redis uses 1 MiB, and may take all memory/],
  [{ used_memory: 52_428_800 }, 'always', /^warning: 50 % of Redis’s memory is used \(50 MiB of 100 MiB\)/],
  [{ used_memory: 73_400_320 }, 'always', /^problem: 70 % of Redis’s memory/]
] as const) {
  test(`a Redis with ${JSON.stringify(over)} and appendfsync ${fsync} is told of in one finding`, () => {
    const found = redis(over, fsync)
    assert.equal(found.length, 1, found.join('\n'))
    assert.match(found[0] ?? '', says)
  })
}

const SERVER = {
  version: '16.4 (Debian)',
  isReplica: false,
  settings: { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' },
  connections: 12,
  mostConnections: 97,
  aheadMs: 0,
  applied: ['0001_a', '0002_b'],
  known: ['0001_a', '0002_b']
}

test('a PostgreSQL as it should be needs nothing', () => {
  assert.deepEqual(wrong(judgePostgres(SERVER)), [])
})

for (const [over, says] of [
  [{ version: '15.8' }, /^problem: PostgreSQL 15\.8 is too old/],
  [{ isReplica: true }, /^problem: This PostgreSQL is a replica/],
  [{ settings: { ...SERVER.settings, fsync: 'off' } }, /^problem: fsync is off/],
  [
    { settings: { fsync: 'off', full_page_writes: 'on', synchronous_commit: 'off' } },
    /^problem: fsync and synchronous_commit are off/
  ],
  [{ connections: 90 }, /^warning: 90 of 97 connections/],
  [{ applied: ['0001_a'] }, /^problem: 1 migration of 2 not applied: 0002_b/],
  [{ applied: ['0001_a', '0002_b', '0003_c'] }, /^warning: A newer release has made 1 migration .*: 0003_c/]
] as const) {
  test(`a PostgreSQL with ${JSON.stringify(over)} is told of in one finding`, () => {
    const found = wrong(judgePostgres({ ...SERVER, ...over }))
    assert.equal(found.length, 1, found.join('\n'))
    assert.match(found[0] ?? '', says)
  })
}

const IDLE = { mode: 'test', failed: 0, unfinished: 0, unsettled: 0, stuckMails: 0, untold: 0 } as const

test('a ledger where nothing lies about needs nothing', () => {
  assert.deepEqual(
    judgeWork(IDLE, 'test').map(({ status }) => status),
    ['ok']
  )
  assert.deepEqual(wrong(judgeWork({ ...IDLE, mode: null }, 'live')), [])
})

for (const [over, says] of [
  [{ mode: 'live' }, /^problem: The database holds live orders, and STRIPE_MODE is test/],
  [{ failed: 2 }, /^problem: 2 events failed for good/],
  [{ unfinished: 1 }, /^warning: 1 event came more than ten minutes ago/],
  [{ unsettled: 3 }, /^problem: 3 orders changed/],
  [{ stuckMails: 1 }, /^problem: An operations mail cannot be sent/],
  [{ untold: 1_200 }, /^warning: 1,200 alerts of this week/]
] as const) {
  test(`a ledger with ${JSON.stringify(over)} is told of in one finding`, () => {
    const found = wrong(judgeWork({ ...IDLE, ...over }, 'test'))
    assert.equal(found.length, 1)
    assert.match(found[0] ?? '', says)
  })
}

for (const [aheadMs, says] of [
  [4_900, /^ok: Redis’s clock agrees/],
  [-4_900, /^ok: /],
  [10_000, /^warning: Redis’s clock is 10 s ahead of this machine’s/],
  [-61_000, /^problem: Redis’s clock is 61 s behind/]
] as const) {
  test(`a clock that is ${aheadMs} ms ahead`, () => {
    const { status, says: said } = judgeClock({ whose: 'Redis’s', aheadMs })
    assert.match(`${status}: ${said}`, says)
  })
}
