import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FACTS } from '@paidonce/core/facts/table'
import { readEventJob } from '@paidonce/shared/event-job'
import fc from 'fast-check'
import { decideIntake, type Intake } from './intake.ts'
import { Refusal } from './refusal.ts'

/** JSON as text, since an object cannot hold a key twice, nor a number beyond numbers. */
const oddJson = fc.letrec<{ json: string }>(tie => {
  const scalar = fc.constantFrom(
    ...['null', 'true', '0', '-0', '1.5', '1e400', '-1e400', '9'.repeat(30), '""', '"x"'],
    ...['"\\u0000"', '"\\ud800"', '"\\udc00\\ud800"', '"\\ud83c\\udf9f"', '"__proto__"', '"evt_1"', '"event"']
  )
  const list = fc.array(tie('json'), { maxLength: 3 }).map(items => `[${items.join(',')}]`)
  const key = fc.constantFrom(
    'a',
    '__proto__',
    'constructor',
    'toJSON',
    'id',
    'object',
    'type',
    'data',
    '\\u0000',
    ''
  )
  const members = fc.array(fc.tuple(key, tie('json')), { maxLength: 4 })
  const object = members.map(all => `{${all.map(([name, json]) => `"${name}":${json}`).join(',')}}`)
  return { json: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, list, object) }
}).json

/** Each field as it may stand in an event; the first is what we act on. */
const FIELDS = {
  id: ['"evt_1"', '"evt_00000000000000"', '"evt_a-b"', '"EVT_1"'],
  object: ['"event"', '"v2.core.event"'],
  type: ['"checkout.session.completed"', '"checkout.session.expired"', '"a.b"', '"toString"'],
  created: ['1800000000', '1800000000.5', '-1'],
  livemode: ['false', 'true'],
  account: ['null', '"acct_1"'],
  data: ['{"object":{}}']
}

const fields = Object.entries(FIELDS).map(([name, [usual = 'null', ...others]]) =>
  fc
    .oneof(
      { weight: 10, arbitrary: fc.constant(usual) },
      { weight: 1, arbitrary: fc.constantFrom(usual, ...others) }
    )
    .map(json => `"${name}":${json}`)
)

const oddMember = fc
  .tuple(fc.constantFrom(...Object.keys(FIELDS), 'odd', 'nested', 'more'), oddJson)
  .map(([name, json]) => (name === 'nested' ? `"data":{"object":{"odd":${json}}}` : `"${name}":${json}`))

/** The members of an event, and odd ones before or after them: the last of a name counts. */
const oddEvent = fc
  .tuple(fc.array(oddMember, { maxLength: 3 }), fc.tuple(...fields), fc.array(oddMember, { maxLength: 2 }))
  .map(members => `{${members.flat().join(',')}}`)

const decide = (text: string): Intake | string => {
  try {
    return decideIntake(JSON.parse(text), Buffer.from(text), { table: FACTS, mode: 'test' })
  } catch (error) {
    assert.ok(error instanceof Refusal, String(error))
    return error.code
  }
}

test('whatever JSON was signed: what is queued is a job that a worker can read, under an id that a queue takes', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(fc.oneof(oddEvent, oddJson), text => {
      const intake = decide(text)
      seen.add(typeof intake === 'string' ? intake : intake.act)
      if (typeof intake === 'string' || intake.act === 'ignore') return
      const job = {
        id: intake.id,
        event: intake.event,
        receivedAt: '2026-11-24T09:30:00.000Z',
        how: 'webhook'
      }
      const carried = readEventJob(JSON.parse(JSON.stringify(job)))
      assert.equal(JSON.stringify(carried), JSON.stringify(job))
      // A queue takes no id of digits alone and none with a colon.
      assert.match(intake.id, /^evt_[A-Za-z0-9_-]+$/)
    }),
    { numRuns: 1_000 }
  )
  for (const outcome of ['queue', 'ignore', 'NOT_AN_EVENT', 'LIVE_EVENT_AT_TEST_INGEST'])
    assert.ok(seen.has(outcome), `none became ${outcome}`)
})
