import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FAULT_KINDS } from '../faults/table.ts'
import type { DrillReport } from './drill-report.ts'
import { reportLines } from './report-lines.ts'

const REPORT: DrillReport = {
  seed: '1',
  orders: 20_000,
  minutes: 5,
  events: 30_000,
  deliveries: 36_000,
  attempts: 40_000,
  answers: { '503': 900, '503 NO_ROOM': 7 },
  faults: Object.fromEntries(FAULT_KINDS.map(kind => [kind, { done: 3, missed: 1 }])),
  restarts: 40,
  endedByThemselves: ['worker-1: exit code 1'],
  lostByRedis: { redis_memory_lost: 12 },
  swept: { asOf: '2026-01-01T12:03:10.000Z', neverCame: 1_500, late: 7, causes: { not_taken: 1_519 } },
  lettersRepeated: 3,
  announcementsRepeated: 1,
  longestOutageMs: 4_200,
  longestPauseMs: 1_300,
  drainMs: 61_000,
  judged: { orders: 19_800, events: 30_000, jobs: 22_000 },
  counts: { lost: 0, doubled: 0, stuck: 0, wrong: 0 },
  problems: [],
  repeat: 'npm run drill -- --orders 20000 --minutes 5 --seed 1'
}

const textOf = (report: DrillReport) =>
  reportLines(report).map(line => line.map(part => (typeof part === 'string' ? part : part[1])).join(''))

test('a report of all faults fits on one screen', () => {
  const lines = textOf(REPORT)
  assert.ok(lines.length <= 36, `${lines.length} lines`)
  assert.ok(Math.max(...lines.map(line => line.length)) <= 110, lines.join('\n'))
})

test('it says what was lost, doubled and stuck, what it concerns, and how to repeat it', () => {
  const text = textOf({
    ...REPORT,
    counts: { lost: 1, doubled: 0, stuck: 0, wrong: 0 },
    problems: [{ is: 'lost', says: 'nobody has it', concerns: { event: 'evt_1' } }]
  }).join('\n')
  assert.match(text, /1 lost {3}0 doubled {3}0 stuck/)
  assert.match(text, /nobody has it {2}event evt_1/)
  assert.match(text, /npm run drill -- --orders 20000 --minutes 5 --seed 1/)
})

test('what Redis lost by a fault that may do so is told as what it is', () => {
  const lost = /Lost by Redis +12 events \(redis memory lost\) +none beyond what it may; /
  assert.match(textOf(REPORT).join('\n'), new RegExp(`${lost.source}found by the sweep`))
  assert.match(textOf({ ...REPORT, swept: null }).join('\n'), new RegExp(`${lost.source}sent again by hand`))
})

test('what never came, and what came later than the sweep looked, is told', () => {
  const text = textOf(REPORT).join('\n')
  assert.match(text, /Never came +1,500 events +found by the sweep, as of 12:03:10 UTC/)
  assert.match(text, /Came late +7 events/)
  assert.doesNotMatch(textOf({ ...REPORT, swept: null }).join('\n'), /Never came|Came late/)
})

test('a run that did not drain says so', () => {
  assert.match(textOf({ ...REPORT, drainMs: null }).join('\n'), /did not drain/)
})
