import assert from 'node:assert/strict'
import { test } from 'node:test'
import { between, createRandom, pick, shuffled } from './random.ts'

const draw = (seed: string, count: number) => {
  const random = createRandom(seed)
  return Array.from({ length: count }, random)
}

test('the same seed gives the same numbers, another seed others', () => {
  assert.deepEqual(draw('a', 50), draw('a', 50))
  assert.notDeepEqual(draw('a', 50), draw('b', 50))
})

test('numbers spread evenly over 0 to 1', () => {
  const numbers = draw('spread', 10_000)
  assert.ok(numbers.every(number => number >= 0 && number < 1))
  for (const tenth of Array.from({ length: 10 }, (_, index) => index / 10)) {
    const count = numbers.filter(number => number >= tenth && number < tenth + 0.1).length
    assert.ok(count > 850 && count < 1_150, `${count} of 10,000 in the tenth from ${tenth}`)
  }
})

test('between reaches both its ends and nothing beyond', () => {
  const random = createRandom('ends')
  const drawn = new Set(Array.from({ length: 200 }, () => between(random, 3, 5)))
  assert.deepEqual([...drawn].sort(), [3, 4, 5])
})

test('a shuffle keeps every element and leaves the original alone', () => {
  const elements = Array.from({ length: 100 }, (_, index) => index % 7)
  const before = [...elements]
  const result = shuffled(createRandom('shuffle'), elements)
  assert.deepEqual(elements, before)
  assert.notDeepEqual(result, before)
  assert.deepEqual([...result].sort(), [...before].sort())
})

test('picking from nothing throws', () => {
  assert.throws(() => pick(createRandom('none'), []), RangeError)
})
