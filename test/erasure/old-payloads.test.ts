import assert from 'node:assert/strict'
import { test } from 'node:test'
import { erasePayloads } from '@paidonce/ledger/forgetting/erase-payloads'
import { run } from '@paidonce/ledger/transaction'
import { createLogger } from '@paidonce/shared/logger'
import { erasePayloadsStep } from '@paidonce/worker/relay/erase-payloads-step'
import { ownLedger } from '../support/own-database.ts'

const PLANT = `
  insert into events (id, mode, type, received, how, finished, failed, discarded, error_code, code_version, payload)
  select 'evt_' || name, 'test', 'toy', now() - age * interval '1 day', 'webhook',
         case when finished then now() end, case when failed then now() end, case when discarded then now() end,
         case when failed or name like '%failing' then 'X' end, 'test', '{}'
  from (values ('old', 91, true, false, false), ('young', 89, true, false, false), ('old_unfinished', 91, false, false, false),
               ('old_failed', 91, false, true, false), ('old_discarded', 91, false, true, true),
               ('young_discarded', 89, false, true, true), ('old_replay_failed', 91, true, true, false),
               ('old_replay_failing', 91, true, false, false), ('old_replay_discarded', 91, true, true, true))
       as planted (name, age, finished, failed, discarded)`

test('payloads are erased by age, and never one that somebody may still need', async t => {
  const ledger = await ownLedger(t)
  await ledger.pool.query(PLANT)
  const kept = async () =>
    (await ledger.pool.query('select id from events where payload is not null order by id')).rows.map(
      ({ id }) => id
    )
  const log = createLogger('worker', 'silent')

  assert.equal(await erasePayloadsStep({ ledger, days: 0, log })(), false)
  assert.equal((await kept()).length, 9)
  assert.equal(await erasePayloadsStep({ ledger, days: 90, log })(), false)
  assert.deepEqual(await kept(), [
    'evt_old_failed',
    'evt_old_replay_failed',
    'evt_old_replay_failing',
    'evt_old_unfinished',
    'evt_young',
    'evt_young_discarded'
  ])
})

test('of many old payloads a portion is erased at a time, until none is left', async t => {
  const ledger = await ownLedger(t)
  await ledger.pool.query(`
    insert into events (id, mode, type, received, how, finished, code_version, payload)
    select 'evt_' || n, 'test', 'toy', now() - interval '99 days', 'webhook', now(), 'test', '{}'
    from generate_series(1, 1100) as n`)
  const step = erasePayloadsStep({ ledger, days: 90, log: createLogger('worker', 'silent') })
  assert.deepEqual([await step(), await step(), await step()], [true, true, false])
  assert.equal((await ledger.pool.query('select from events where payload is not null')).rowCount, 0)
})

test('erasing by age reads no table from end to end', async t => {
  const { pool } = await ownLedger(t)
  await pool.query(`
    insert into events (id, mode, type, received, how, finished, code_version, payload)
    select 'evt_' || n, 'test', 'toy', now() - n * interval '1 hour', 'webhook', now(), 'test', '{}'
    from generate_series(1, 20000) as n`)
  await pool.query('analyze events')
  const { text, values } = erasePayloads(90, 500)
  const { rows } = await pool.query(`explain ${text}`, [...values])
  const plan = rows.map(row => row['QUERY PLAN']).join('\n')
  assert.doesNotMatch(plan, /Seq Scan/)
  assert.match(plan, /events_with_payload/)
})

test('a payload that a worker holds is left for the next time', async t => {
  const ledger = await ownLedger(t)
  await ledger.pool.query(PLANT)
  const other = await ledger.pool.connect()
  try {
    await other.query('begin')
    await other.query(`select from events where id = 'evt_old' for update`)
    const erased = (await run(ledger, erasePayloads(90, 500))).map(({ id }) => id)
    assert.deepEqual(erased.sort(), ['evt_old_discarded', 'evt_old_replay_discarded'])
  } finally {
    other.release(true)
  }
})
