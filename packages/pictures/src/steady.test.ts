import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Picture } from './pictures.ts'
import { PLAIN, type Row } from './screen.ts'
import { isSameButForTimes, withoutTimes } from './steady.ts'
import { draw } from './svg/draw.ts'

const picture: Picture = { name: 'p', alt: '', command: 'npm start', before: [], until: /x/ }
const drawn = (text: string, look = PLAIN) =>
  draw(picture, [[{ text, column: 0, columns: text.length, look }] satisfies Row])

test('when, how long and how fast do not count', () => {
  const one = 'at 2026-11-24 09:30:00, 344 deliveries in 980 ms (351/s); 1.1 s'
  const other = 'at 2026-11-25 10:00:01, 344 deliveries in 12.3 s (28/s); 900 ms'
  assert.equal(withoutTimes(one), withoutTimes(other))
  assert.ok(isSameButForTimes(drawn(one), drawn(other)))
})

test('any other number, word or colour does', () => {
  assert.ok(!isSameButForTimes(drawn('344 orders'), drawn('345 orders')))
  assert.ok(!isSameButForTimes(drawn('fulfilled'), drawn('Fulfilled')))
  assert.ok(!isSameButForTimes(drawn('good'), drawn('good', { ...PLAIN, color: 2 })))
})
