import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTime } from './read-time.ts'

const NOW = Date.UTC(2026, 4, 10, 12)

test('a time is said as an age, a day, or a moment', () => {
  for (const [text, iso] of [
    ['90s', '2026-05-10T11:58:30.000Z'],
    ['2h', '2026-05-10T10:00:00.000Z'],
    ['3d', '2026-05-07T12:00:00.000Z'],
    ['2026-05-01', '2026-05-01T00:00:00.000Z'],
    ['2026-05-01T12:30', '2026-05-01T12:30:00.000Z'],
    ['2026-05-01T12:30:15Z', '2026-05-01T12:30:15.000Z'],
    ['2026-05-01T12:30+02:00', '2026-05-01T10:30:00.000Z']
  ] as const)
    assert.equal(readTime(text, NOW)?.toISOString(), iso, text)
})

test('anything else is no time', () => {
  for (const text of [
    '',
    'now',
    '2',
    '2w',
    '-2h',
    '1e3h',
    '2026',
    '2026-13-01',
    '2026-02-01T25:00',
    'May 1',
    '1 2026-05-01'
  ])
    assert.equal(readTime(text, NOW), undefined, text)
})
