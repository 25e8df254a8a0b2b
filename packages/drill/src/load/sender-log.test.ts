import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer } from '@paidonce/stripe-twin/deliver/post'
import type { TwinEvent } from '@paidonce/stripe-twin/sequences/twin-event'
import { createSenderLog } from './sender-log.ts'

function log() {
  let at = 0
  const sender = createSenderLog(() => at)
  const note = (id: string, answer: Answer, when: number, tookMs = 0) => {
    at = when
    const event = { id, type: 'checkout.session.expired' } as TwinEvent
    sender.note({ event, number: 1, answer, tookMs, accepted: answer.status === 200, againInMs: null })
  }
  return { sender, note }
}

const OK = { status: 200, code: null }
const BUSY = { status: 503, code: 'NO_ROOM' }

test('an outage lasts from the first delivery that was not taken to the next that was', () => {
  const { sender, note } = log()
  note('a', OK, 0)
  note('b', BUSY, 1_200, 200)
  note('b', { status: null, reason: 'the connection was cut' }, 2_000)
  note('c', OK, 4_000)
  note('b', BUSY, 5_000)
  note('b', OK, 5_100)
  assert.equal(sender.longestOutageMs(), 3_000)
  assert.deepEqual(sender.answers(), { '503 NO_ROOM': 2, 'the connection was cut': 1 })
  assert.equal(sender.attempts(), 6)
})

test('of an event that was taken twice both times are known', () => {
  const { sender, note } = log()
  note('a', OK, 1_000)
  note('a', OK, 3_000)
  assert.deepEqual(
    [...sender.accepted()],
    [['a', { type: 'checkout.session.expired', times: [1_000, 3_000] }]]
  )
})

test('what was refused is told by when the delivery began', () => {
  const { sender, note } = log()
  note('a', BUSY, 5_000, 2_000)
  assert.deepEqual(sender.refusedBetween(3_500, 9_000), [])
  assert.deepEqual(sender.refusedBetween(2_500, 9_000), [{ begun: 3_000, answer: '503 NO_ROOM' }])
})
