import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LETTERS_QUEUE } from '@paidonce/shared/queues'
import { finishedRun } from './finished-run.ts'

const MINUTE_MS = 60_000

test('a run that has drained violates nothing', async t => {
  const { check, accepted } = await finishedRun(t)
  const { violations, notJudgedYet, orders, events } = await check({ accepted })
  assert.deepEqual(
    { violations, notJudgedYet, orders, events },
    { violations: [], notJudgedYet: {}, orders: 3, events: 4 }
  )
})

test('in a running system what is on its way, or younger than a minute, is counted and not judged', async t => {
  const { check, plant, queue } = await finishedRun(t)
  await plant(`update orders set status = 'pending' where id = 'paid'`)
  await plant(`update orders set unsettled = true where id = 'failed'`)
  await plant(`update letters set status = 'owed', done = null`)
  await plant('update announcements set done = null')
  await queue(LETTERS_QUEUE).add('payment_failed', {}, { jobId: 'letter-1' })

  const now = await check({ drained: false })
  assert.deepEqual(now.violations, [])
  assert.deepEqual(now.notJudgedYet, {
    "each announcement was completed by the shop's own code": 3,
    'each letter is sent, withdrawn or given up': 1,
    'each order has the status and the marks that its facts give': 1,
    'each order is settled after the last that was told of it': 1,
    'no job waits or is active': 1
  })

  const later = await check({ drained: false, now: Date.now() + 2 * MINUTE_MS })
  assert.deepEqual(
    later.violations.map(({ concerns }) => concerns),
    [{ order: 'paid' }]
  )
})
