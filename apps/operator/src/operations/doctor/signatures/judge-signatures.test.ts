import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SIGNATURE_CAUSES, type SignatureCause } from '@paidonce/shared/signature-notes'
import type { Finding } from '../finding.ts'
import { judgeFailures } from './judge-failures.ts'
import { judgeSecrets } from './judge-secrets.ts'

const NOW_MS = 1_800_000_000_000
const HOUR_MS = 3_600_000

const texts = (findings: readonly Finding[]) => findings.map(({ status, says }) => `${status}: ${says}`)

test('each secret is told by its position, and when it last matched', () => {
  const notes = { secrets: ['aaaa', 'bbbb'], matched: { aaaa: NOW_MS - 12_000, old1: 1 }, failures: [] }
  assert.deepEqual(texts(judgeSecrets(notes, undefined, NOW_MS)), [
    'ok: Secret 1 of 2 matched 12 s ago.',
    'warning: Secret 2 of 2 has never matched.'
  ])
})

test('an ingest with other secrets than are set is found out; another order of the same is none', () => {
  const notes = { secrets: ['aaaa', 'bbbb'], matched: { aaaa: NOW_MS, bbbb: NOW_MS }, failures: [] }
  const problems = (given: readonly string[]) =>
    judgeSecrets(notes, given, NOW_MS).filter(({ status }) => status === 'problem').length
  assert.deepEqual([['bbbb', 'aaaa'], ['aaaa'], ['aaaa', 'cccc']].map(problems), [0, 1, 1])
})

test('where no ingest ever noted anything, that is said', () => {
  const findings = judgeSecrets({ secrets: [], matched: {}, failures: [] }, ['aaaa'], NOW_MS)
  assert.deepEqual(texts(findings), ['warning: No ingest has noted its secrets in this Redis.'])
})

const failure = (cause: SignatureCause, { lastMs = NOW_MS - 60_000, times = 3 } = {}) => ({
  cause,
  times,
  lastMs
})
const judge = (one: ReturnType<typeof failure>, matchedMs: number) =>
  texts(judgeFailures({ secrets: ['aaaa'], matched: { aaaa: matchedMs }, failures: [one] }, NOW_MS))[0] ?? ''

test('a cause is counted in words, with when it was last seen', () => {
  assert.equal(
    judge(failure('clock'), NOW_MS),
    'problem: 3 deliveries of the last day: well signed, but more than five minutes ago or ahead; the last 60 s ago.'
  )
  assert.match(judge(failure('clock', { times: 1 }), NOW_MS), /1 delivery of the last day/)
})

/** [cause, last seen, last match, status]. */
for (const [cause, lastMs, matchedMs, status] of [
  ['body_rewritten', NOW_MS - 1, NOW_MS, 'problem'],
  ['body_rewritten', NOW_MS - 2 * HOUR_MS, NOW_MS, 'warning'],
  ['body_rewritten', NOW_MS - 2 * HOUR_MS, NOW_MS - 3 * HOUR_MS, 'problem'],
  ['unknown_secret', NOW_MS - 1, NOW_MS, 'warning'],
  ['unknown_secret', NOW_MS - 1, NOW_MS - 25 * HOUR_MS, 'problem']
] as const) {
  test(`${cause} ${(NOW_MS - lastMs) / HOUR_MS} h ago, a match ${(NOW_MS - matchedMs) / HOUR_MS} h ago: ${status}`, () => {
    assert.ok(judge(failure(cause, { lastMs }), matchedMs).startsWith(`${status}: `))
  })
}

test('every cause is explained', () => {
  for (const cause of SIGNATURE_CAUSES) assert.match(judge(failure(cause), NOW_MS), / of the last day: \S/)
})
