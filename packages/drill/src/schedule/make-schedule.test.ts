import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeSchedule } from './make-schedule.ts'

const KINDS = ['a', 'b', 'c', 'd', 'z'] as const
const isLast = (kind: string) => kind === 'z'
const schedule = (seed: string, minutes = 5) => makeSchedule({ kinds: KINDS, isLast, minutes, seed })

test('the same seed gives the same schedule, another seed another', () => {
  assert.deepEqual(schedule('1'), schedule('1'))
  assert.notDeepEqual(
    schedule('1').map(({ kind }) => kind),
    schedule('2').map(({ kind }) => kind)
  )
})

test('every kind has its turn before any comes again, and the last ones end the round', () => {
  const kinds = schedule('3').map(({ kind }) => kind)
  assert.ok(kinds.length > 3 * KINDS.length)
  for (let from = 0; from + KINDS.length <= kinds.length; from += KINDS.length) {
    const round = kinds.slice(from, from + KINDS.length)
    assert.deepEqual([...round].sort(), [...KINDS])
    assert.equal(round.at(-1), 'z')
  }
})

test('however short a drill is, every kind has its turn in time', () => {
  const planned = schedule('4', 0.1)
  assert.deepEqual(new Set(planned.map(({ kind }) => kind)), new Set(KINDS))
  assert.ok(planned.every(({ atMs }, index) => atMs >= (planned[index - 1]?.atMs ?? 0) && atMs < 6_000))
})

test('each fault has chances of its own', () => {
  const seeds = schedule('5').map(({ seed }) => seed)
  assert.equal(new Set(seeds).size, seeds.length)
})

test('no kinds are no schedule', () => {
  assert.deepEqual(makeSchedule({ kinds: [], isLast, minutes: 1, seed: '6' }), [])
})
