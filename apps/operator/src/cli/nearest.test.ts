import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nearest } from './nearest.ts'

const NAMES = ['events', 'orders', 'order', 'letters', 'gaps', 'check-invariants']

test('a mistyped name is told from one that is meant otherwise', () => {
  for (const [typed, meant] of [
    ['ordr', 'order'],
    ['oders', 'orders'],
    ['evnts', 'events'],
    ['gap', 'gaps'],
    ['check', 'check-invariants'],
    ['check-invariant', 'check-invariants'],
    ['refund', undefined],
    ['', 'events'],
    ['constructor', undefined],
    ['x'.repeat(100_000), undefined]
  ] as const)
    assert.equal(nearest(typed, NAMES), meant)
})
