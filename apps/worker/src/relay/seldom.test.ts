import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seldom } from './seldom.ts'

test('a step is done at once, and again only when its time has come', async () => {
  let clock = 0
  let times = 0
  const step = seldom(
    60,
    async () => {
      times++
    },
    () => clock
  )
  for (const [at, done] of [
    [0, 1],
    [59, 1],
    [60, 2],
    [61, 2],
    [500, 3]
  ] as const) {
    clock = at
    assert.equal(await step(), false)
    assert.equal(times, done)
  }
})

test('a step that has more to do is due until it has not', async () => {
  let left = 2
  const step = seldom(60, async () => --left > 0)
  assert.deepEqual([await step(), await step(), await step()], [true, false, false])
  assert.equal(left, 0)
})

test('a step that failed is due again in the next round', async () => {
  let times = 0
  const step = seldom(60, async () => {
    if (times++ === 0) throw new Error('not now')
  })
  await assert.rejects(step)
  await step()
  assert.equal(times, 2)
})
