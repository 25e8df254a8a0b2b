import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTurns } from './turns.ts'

/** Work that ends when it is told to, and knows how often it was begun. */
function createWork() {
  const ends: ((result: number) => void)[] = []
  return {
    ends,
    work: () => new Promise<number>(resolve => ends.push(resolve))
  }
}

test('who asks while work runs shares the next run, which begins after this one', async () => {
  const { ends, work } = createWork()
  const take = createTurns<number>()
  const first = take('cs_1', work)
  const others = [take('cs_1', work), take('cs_1', work), take('cs_1', work)]
  assert.equal(ends.length, 1)

  ends[0]?.(1)
  assert.equal(await first, 1)
  assert.equal(ends.length, 2)
  const last = take('cs_1', work)
  ends[1]?.(2)
  assert.deepEqual(await Promise.all(others), [2, 2, 2])
  ends[2]?.(3)
  assert.equal(await last, 3)
  assert.equal(ends.length, 3)
})

test('other keys do not wait', () => {
  const { ends, work } = createWork()
  const take = createTurns<number>()
  void take('cs_1', work)
  void take('cs_2', work)
  assert.equal(ends.length, 2)
})

test('work that failed holds up nobody, and is forgotten', async () => {
  const take = createTurns<number>()
  const failing = take('cs_1', () => Promise.reject(new Error('no')))
  const next = take('cs_1', async () => 2)
  await assert.rejects(failing)
  assert.equal(await next, 2)
  assert.equal(await take('cs_1', async () => 3), 3)
})
