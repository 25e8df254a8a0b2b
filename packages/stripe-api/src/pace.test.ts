import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createPace } from './pace.ts'

/** A clock that goes on only by being waited for. */
function clock() {
  const waits: number[] = []
  const time = { ms: 5_000 }
  const wait = async (ms: number) => {
    waits.push(ms)
  }
  return { waits, time, pace: createPace(20, { now: () => time.ms, wait }) }
}

test('calls at once are spread, so many a second, and nobody overtakes', async () => {
  const { waits, pace } = clock()
  const through: number[] = []
  await Promise.all(
    [1, 2, 3, 4].map(async n => {
      await pace()
      through.push(n)
    })
  )
  assert.deepEqual(waits, [50, 100, 150])
  assert.deepEqual(through, [1, 2, 3, 4])
})

test('a call after a while waits for nothing, and saves up nothing', async () => {
  const { waits, time, pace } = clock()
  await pace()
  time.ms += 60_000
  await pace()
  assert.deepEqual(waits, [])
  await pace()
  assert.deepEqual(waits, [50])
})

test('a time of day that steps back is not waited for', async t => {
  const waits: number[] = []
  const pace = createPace(20, {
    wait: async ms => {
      waits.push(ms)
    }
  })
  await pace()
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() - 3_600_000 })
  await pace()
  await pace()
  assert.equal(waits.length, 2)
  assert.ok(
    waits.every(ms => ms <= 100),
    waits.join()
  )
})
