import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WorkReport } from '@paidonce/ledger/doctor/look-at-work'
import type { Pause } from '@paidonce/ledger/people/last-pauses'
import type { JobsReport } from '../../overview/report.ts'
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

const IDLE: WorkReport = {
  mode: 'test',
  failed: 0,
  failing: 0,
  unsettled: 0,
  lettersGivenUp: 0,
  lettersFailing: 0,
  announcementsLeft: 0,
  stuckMails: 0,
  untold: 0
}
const NOW = Date.UTC(2026, 5, 1, 12)
const EMPTY = { waiting: 0, active: 0, delayed: 0, failed: 0, oldestMs: null, paused: [] }
const NO_JOBS: JobsReport = { events: EMPTY, letters: EMPTY, announcements: EMPTY }

const judged = (
  work: Partial<WorkReport>,
  over: Readonly<{ mode?: 'live'; jobs?: Partial<JobsReport> | null; pauses?: readonly Pause[] }> = {}
) =>
  judgeWork({
    work: { ...IDLE, ...work },
    pauses: over.pauses ?? [],
    jobs: over.jobs === null ? undefined : { ...NO_JOBS, ...over.jobs },
    mode: over.mode ?? 'test',
    nowMs: NOW
  })

test('a ledger where nothing lies about needs nothing', () => {
  const says = (found: ReturnType<typeof judged>) => found.map(({ status, says }) => `${status}: ${says}`)
  assert.deepEqual(says(judged({})), ['ok: Nothing has failed, and nothing lies about.'])
  assert.deepEqual(says(judged({}, { jobs: null })), [
    'ok: Nothing has failed, and nothing lies about in PostgreSQL.'
  ])
  assert.deepEqual(wrong(judged({ mode: null }, { mode: 'live' })), [])
})

for (const [jobs, says] of [
  [
    { events: { ...EMPTY, waiting: 3, oldestMs: NOW - 300_000 } },
    /^problem: 3 events waiting, the oldest for 5 min/
  ],
  [
    { events: { ...EMPTY, waiting: 3, oldestMs: NOW - 300_000, paused: ['{stripe-events-0}'] } },
    /^problem: The queue of events is paused, by olga at 2026-06-01 11:00:00\.$/
  ],
  [{ letters: { ...EMPTY, paused: ['{letters}'] } }, /^problem: The queue of letters is paused\.$/]
] as const) {
  test(`queues of which it must say ${says} are told of in one finding`, () => {
    const pauses = [{ queue: '{stripe-events-0}', who: 'olga', at: new Date(NOW - 3_600_000) }]
    const found = wrong(judged({}, { jobs, pauses }))
    assert.equal(found.length, 1)
    assert.match(found[0] ?? '', says)
  })
}

for (const [over, says] of [
  [{ mode: 'live' }, /^problem: The database holds live orders, and STRIPE_MODE is test/],
  [{ failed: 2 }, /^problem: 2 events failed for good/],
  [{ failing: 1 }, /^warning: 1 event did not work, and will be tried again/],
  [{ lettersGivenUp: 2 }, /^problem: 2 letters given up/],
  [{ lettersFailing: 1 }, /^warning: 1 letter could not be sent/],
  [{ announcementsLeft: 1 }, /^warning: 1 announcement not taken/],
  [{ unsettled: 3 }, /^problem: 3 orders changed/],
  [{ stuckMails: 1 }, /^problem: An operations mail cannot be sent/],
  [{ untold: 1_200 }, /^warning: 1,200 alerts of this week/]
] as const) {
  test(`a ledger with ${JSON.stringify(over)} is told of in one finding`, () => {
    const found = wrong(judged(over))
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
