import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createIds } from './ids.ts'
import { MARKED_NUMBERS, makeMark, numberIn, tagOf } from './mark.ts'
import { createRandom } from './random.ts'

const TAG = tagOf('a generation')

test('every id of a numbered order tells the number, and only to who knows the tag', () => {
  for (const number of [0, 61, 62, 123_456, MARKED_NUMBERS - 1]) {
    const ids = createIds(createRandom(String(number)), makeMark(TAG, number))
    const made = [
      ids.event(),
      ids.session(),
      ids.paymentIntent(),
      ids.charge('card'),
      ids.charge('oxxo'),
      ids.refund()
    ]
    for (const id of [...made, ids.dispute()]) {
      assert.equal(numberIn(id, TAG), number, id)
      assert.equal(numberIn(id, tagOf('another')), undefined)
    }
    assert.equal(ids.event().length, createIds(createRandom('s')).event().length)
  }
  assert.equal(numberIn('evt_gone', TAG), undefined)
})

test('ids of numbered orders sort as the orders count', () => {
  const numbers = [0, 1, 9, 10, 35, 36, 61, 62, 63, 3_843, 3_844, 999_999, 1_000_000]
  const ids = numbers.map(number => createIds(createRandom(String(number)), makeMark(TAG, number)).event())
  assert.deepEqual([...ids].sort(), ids)
})
