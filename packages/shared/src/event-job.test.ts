import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MalformedJob, readEventJob } from './event-job.ts'
import { isStripeEvent } from './stripe-event.ts'

const EVENT = {
  id: 'evt_1',
  object: 'event',
  type: 'checkout.session.completed',
  created: 1,
  livemode: false,
  data: { object: { id: 'cs_1' } }
}
const JOB = { id: 'evt_1', event: EVENT, receivedAt: '2026-11-24T09:30:00.000Z', how: 'webhook' }

const nested = (depth: number): unknown => (depth === 0 ? 1 : { deeper: nested(depth - 1) })

test('a job is read as it was written', () => {
  assert.deepEqual(readEventJob(JSON.parse(JSON.stringify(JOB))), JOB)
})

test('a job that is none of ours is refused without a word of its contents', () => {
  for (const data of [
    null,
    5,
    {},
    { ...JOB, how: 'secret@example.com' },
    { ...JOB, event: { ...EVENT, id: 'secret@example.com' } }
  ]) {
    assert.throws(
      () => readEventJob(data),
      (error: Error) => error instanceof MalformedJob && !error.message.includes('secret@example.com')
    )
  }
})

for (const [title, change] of [
  ['another object', { object: 'v2.core.event' }],
  ['no id', { id: undefined }],
  ['an id of another form', { id: 'in_1' }],
  ['an endless id', { id: `evt_${'x'.repeat(201)}` }],
  ['a type with a space', { type: 'a b' }],
  ['no time', { created: undefined }],
  ['a mode that is a text', { livemode: 'false' }],
  ['an account of another form', { account: 'me' }],
  ['no data', { data: undefined }],
  ['a list as data', { data: { object: [] } }],
  ['contents nested beyond reason', { data: { object: nested(101) } }]
] as const) {
  test(`${title} is no event`, () => assert.equal(isStripeEvent({ ...EVENT, ...change }), false))
}

for (const [title, change] of [
  ['an account', { account: 'acct_1' }],
  ['no account', { account: null }],
  ['a time with a fraction', { created: 1.5 }],
  ['contents nested deeply', { data: { object: nested(90) } }],
  ['fields that nobody knows', { previous_attributes: {}, __proto__: { odd: true } }]
] as const) {
  test(`an event with ${title} is an event`, () => assert.equal(isStripeEvent({ ...EVENT, ...change }), true))
}
