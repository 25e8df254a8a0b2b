import assert from 'node:assert/strict'
import { test } from 'node:test'
import { finishedRun } from './finished-run.ts'

test('an event that was answered 200 and is not in the ledger is seen and named', async t => {
  const { violated, accepted, plant } = await finishedRun(t)
  const [{ id: event } = { id: '' }] = accepted
  await plant(`delete from events where id = '${event}'`)
  const seen = {
    'each event that was answered 200 is finished in the ledger, unless it was ignored on purpose': { event }
  }
  assert.deepEqual(await violated({ accepted }), seen)
})

test('an event of a type that is not acted on need not be in the ledger', async t => {
  const { violated } = await finishedRun(t)
  assert.deepEqual(await violated({ accepted: [{ id: 'evt_other', type: 'charge.updated' }] }), {})
})

test('an event that failed, and one that is not finished and has no job, are seen and named', async t => {
  const { check, accepted, plant } = await finishedRun(t)
  const [first, second] = accepted.map(({ id }) => id).sort()
  await plant(`update events set finished = null, failed = now() where id = '${first}'`)
  await plant(`update events set finished = null where id = '${second}'`)
  const { violations } = await check()
  assert.deepEqual(
    violations.map(({ concerns, says }) => [concerns.event, says]),
    [
      [first, 'it failed and waits for an operator'],
      [second, 'it was tried and is not finished'],
      [second, 'Redis has no job of it: send it again from Stripe']
    ]
  )
})

test('an event whose facts are gone is seen and named', async t => {
  const { violated, accepted, plant } = await finishedRun(t)
  const event = accepted.find(({ type }) => type.endsWith('.expired'))?.id
  await plant(`delete from facts where event_id = '${event}'`)
  const seen = await violated()
  assert.deepEqual(seen['each finished event has told the facts that stand in it'], { event })
})
