import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decideIntake } from './intake.ts'
import { Refusal } from './refusal.ts'

const EVENT = {
  id: 'evt_1',
  object: 'event',
  type: 'toy.bought',
  created: 1_800_000_000,
  livemode: false,
  data: { object: {} }
}

const TABLE = { 'toy.bought': () => ({ session: null, payment: null, order: null, email: null, facts: [] }) }

const decide = (verified: unknown, { mode = 'test' as 'test' | 'live', body = 'x' } = {}) =>
  decideIntake(verified, Buffer.from(body), { table: TABLE, mode })

test('an event whose type is in the table is queued under its own id', () => {
  assert.deepEqual(decide(EVENT), { act: 'queue', id: 'evt_1', event: EVENT })
})

/** [mode of the ingest, whether the event is live, what becomes of it]. */
for (const [mode, livemode, outcome] of [
  ['test', false, 'queue'],
  ['test', true, 'LIVE_EVENT_AT_TEST_INGEST'],
  ['live', true, 'queue'],
  ['live', false, 'test_event']
] as const) {
  test(`a ${livemode ? 'live' : 'test'} event at a ${mode} ingest: ${outcome}`, () => {
    assert.equal(outcomeOf({ ...EVENT, livemode }, mode), outcome)
  })
}

test('a type that is not in the table is of no interest, live or not, whatever JavaScript knows by its name', () => {
  for (const type of ['toy.sold', 'constructor', 'hasownproperty'])
    for (const livemode of [true, false])
      assert.equal(outcomeOf({ ...EVENT, type, livemode }, 'test'), 'type_not_acted_on')
})

test('an id of zeros is told apart by the body', () => {
  const ids = ['a', 'b', 'a'].map(body => {
    const intake = decide({ ...EVENT, id: 'evt_00000' }, { body })
    assert.ok(intake.act === 'queue')
    return intake.id
  })
  assert.equal(ids[0], ids[2])
  assert.notEqual(ids[0], ids[1])
  for (const id of ids) assert.match(id, /^evt_00000-[0-9a-f]{16}$/)
})

test('whatever the JSON is, it is queued, ignored, or refused with a code', () => {
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.record(
      Object.fromEntries(
        Object.entries(EVENT).map(([key, value]) => [key, fc.oneof(fc.constant(value), fc.jsonValue())])
      ),
      { requiredKeys: [] }
    )
  )
  fc.assert(fc.property(anything, verified => void outcomeOf(verified, 'test')))
})

function outcomeOf(verified: unknown, mode: 'test' | 'live'): string {
  try {
    const intake = decide(verified, { mode })
    return intake.act === 'queue' ? 'queue' : intake.reason
  } catch (error) {
    assert.ok(error instanceof Refusal)
    return error.code
  }
}
