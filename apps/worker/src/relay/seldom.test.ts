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

test('a step that failed is due again in the next round', async () => {
  let times = 0
  const step = seldom(60, async () => {
    if (times++ === 0) throw new Error('not now')
  })
  await assert.rejects(step)
  await step()
  assert.equal(times, 2)
})
