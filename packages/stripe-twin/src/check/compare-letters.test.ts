import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LetterEnd } from '../sequences/expected.ts'
import { compareLetters } from './compare-letters.ts'

const isRight = (end: LetterEnd, states: Readonly<Record<string, number>>) =>
  compareLetters({ refunded: end }, { refunded: states }).length === 0

const COUNTS = [{}, { sent: 1 }, { withdrawn: 1 }, { sent: 1, withdrawn: 1 }, { sent: 2 }]

for (const [end, right] of [
  ['sent', [{ sent: 1 }]],
  ['sent or withdrawn', [{ sent: 1 }, { withdrawn: 1 }]],
  ['perhaps', [{}, { sent: 1 }, { withdrawn: 1 }]]
] satisfies [LetterEnd, object[]][]) {
  test(`where a letter must be ${end}, just this is right: ${JSON.stringify(right)}`, () => {
    assert.deepEqual(
      COUNTS.filter(states => isRight(end, states)),
      right
    )
  })

  test(`where a letter must be ${end}, one that is owed or given up is wrong`, () => {
    assert.equal(isRight(end, { owed: 1 }), false)
    assert.equal(isRight(end, { sent: 1, given_up: 1 }), false)
  })
}

test('a letter of a kind that nobody expects is wrong, and told by its kind', () => {
  assert.deepEqual(compareLetters({}, { payment_failed: { sent: 1 } }), [
    { what: 'letters payment_failed', expected: 'none', actual: '1 sent' }
  ])
})
