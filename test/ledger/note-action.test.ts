import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noteAction } from '@paidonce/ledger/people/note-action'
import type { Ledger } from '@paidonce/ledger/pool'
import { ownLedger } from '../support/own-database.ts'

const ACTION = { who: 'anna', what: 'a test', why: null }

const resultsOf = async (ledger: Ledger) =>
  (await ledger.pool.query('select result from operator_actions order by id')).rows.map(
    ({ result }) => result
  )

test('what came of an action is written down after it', async t => {
  const ledger = await ownLedger(t)
  const seen: unknown[] = []
  const look = async () => void seen.push(await resultsOf(ledger))
  await noteAction(ledger, ACTION, look, () => 'done')
  await assert.rejects(
    noteAction(ledger, ACTION, () => Promise.reject(new Error('no')), String),
    /^Error: no$/
  )
  assert.deepEqual([seen, await resultsOf(ledger)], [[[null]], ['done', 'failed']])
})

test('what is done is not called failed because that could not be written down', async t => {
  const ledger = await ownLedger(t)
  await ledger.pool.query(`
    create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
    create trigger refuse before update on operator_actions for each row execute function refuse()`)
  assert.equal(await noteAction(ledger, ACTION, async () => 7, String), 7)
  await assert.rejects(
    noteAction(ledger, ACTION, () => Promise.reject(new Error('no')), String),
    /^Error: no$/
  )
  assert.deepEqual(await resultsOf(ledger), [null, null])
})

test('nothing is done that could not be written down before', async t => {
  const ledger = await ownLedger(t)
  await ledger.pool.query('alter table operator_actions rename to hidden')
  await assert.rejects(
    noteAction(ledger, ACTION, async () => assert.fail('done'), String),
    { name: 'LedgerError' }
  )
})
