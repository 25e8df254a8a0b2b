import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReadEvent } from '@paidonce/ledger/settling/read-event'
import { byLetters } from './by-letters.ts'

const eventOf = (id: string, skipLetters?: boolean) => ({ job: { id, skipLetters } }) as unknown as ReadEvent
const told = (events: readonly ReadEvent[]) =>
  byLetters(events).map(({ part, withheld }) => [part.map(({ job }) => job.id), Object.keys(withheld)])

test('events that skip letters are settled after the others, so that none of those loses its letters', () => {
  assert.deepEqual(told([eventOf('a', true), eventOf('b'), eventOf('c', true), eventOf('d', false)]), [
    [['b', 'd'], []],
    [['a', 'c'], ['withholdsLetters']]
  ])
})

test('a batch of one sort is one part', () => {
  assert.deepEqual(told([eventOf('a'), eventOf('b')]), [[['a', 'b'], []]])
  assert.deepEqual(told([eventOf('a', true)]), [[['a'], ['withholdsLetters']]])
})
