import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explainMissed } from './explain-missed.ts'

const BEGUN_AT = Date.parse('2026-01-01T00:00:00Z')
const LOSSES = [{ kind: 'redis_memory_lost', at: 60_000, ids: new Set(['evt']) }]

type Case = Readonly<{ times?: readonly number[]; foundMs: number; how?: string; withheld?: boolean }>

function explained({ times, foundMs, how = 'sweep', withheld = false }: Case): string[] {
  const named = [{ id: 'evt', found: new Date(BEGUN_AT + foundMs).toISOString(), cause: 'not_taken', how }]
  const sorted = explainMissed(named, {
    withheld: new Set(withheld ? ['evt'] : []),
    losses: LOSSES,
    accepted: new Map(times === undefined ? [] : [['evt', { type: 'type', times }]]),
    begunAt: BEGUN_AT
  })
  const { lostByRedis, ...others } = sorted
  return Object.entries({ ...others, ...lostByRedis }).flatMap(([why, ids]) => (ids.length > 0 ? [why] : []))
}

for (const [what, is, why] of [
  ['that was never delivered never came', { foundMs: 9_000, withheld: true }, 'neverCame'],
  ['that was never taken is late', { foundMs: 9_000 }, 'late'],
  ['that was taken after the sweep looked is late', { times: [10_000], foundMs: 9_000 }, 'late'],
  [
    'that came by itself while the sweep looked is late',
    { times: [8_900], foundMs: 9_000, how: 'webhook' },
    'late'
  ],
  ['that a fault took is that fault’s', { times: [50_000], foundMs: 70_000 }, 'redis_memory_lost'],
  [
    'that was taken again after the fault, and is gone, is explained by nothing',
    { times: [50_000, 80_000], foundMs: 90_000 },
    'unexplained'
  ],
  [
    'that was there all the time is misnamed',
    { times: [70_000], foundMs: 110_000, how: 'webhook' },
    'misnamed'
  ]
] as const satisfies readonly (readonly [string, Case, string])[]) {
  test(`an event ${what}`, () => {
    assert.deepEqual(explained(is), [why])
  })
}
