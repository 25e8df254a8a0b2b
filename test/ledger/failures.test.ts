import assert from 'node:assert/strict'
import { test } from 'node:test'
import { logDeaths } from '@paidonce/ledger/log-deaths'
import { type EventFailure, logFailure } from '@paidonce/ledger/log-failure'
import type { Ledger } from '@paidonce/ledger/pool'
import { run } from '@paidonce/ledger/transaction'
import { ownLedger } from '../support/own-database.ts'
import { ownJob, settle, told } from './told.ts'

const CAUSE = { code: 'SQLSTATE_22001', text: 'PostgreSQL refused' }

const failure = (more: Partial<EventFailure> & Pick<EventFailure, 'job'>): EventFailure => ({
  reading: undefined,
  error: CAUSE,
  attempts: 8,
  isFinal: true,
  codeVersion: 'test',
  ...more
})

async function rowOf(ledger: Ledger, id: string) {
  const { rows } = await ledger.pool.query(
    `select order_id, email, attempts, error_code, finished is not null as finished, failed is not null as failed
     from events where id = $1`,
    [id]
  )
  return rows[0]
}

test('a failure shows what was understood of the event, and is final only after the last attempt', async t => {
  const ledger = await ownLedger(t)
  const { job, reading } = told('paid', '1')
  const shown = { order_id: '1', email: 'ann@example.com', error_code: CAUSE.code, finished: false }

  await run(ledger, logFailure(failure({ job, reading, attempts: 1, isFinal: false })))
  assert.deepEqual(await rowOf(ledger, job.id), { ...shown, attempts: 1, failed: false })
  await run(ledger, logFailure(failure({ job, reading })))
  assert.deepEqual(await rowOf(ledger, job.id), { ...shown, attempts: 8, failed: true })
})

test('an event that failed and then went through is a failure no more', async t => {
  const ledger = await ownLedger(t)
  const event = told('paid', '1')
  await run(ledger, logFailure(failure({ job: event.job })))
  await settle(ledger, event)
  const { error_code, finished, failed } = await rowOf(ledger, event.job.id)
  assert.deepEqual({ error_code, finished, failed }, { error_code: null, finished: true, failed: false })
})

test('an event that was finished once stays finished when its replay fails', async t => {
  const ledger = await ownLedger(t)
  const event = told('paid', '1')
  await settle(ledger, event)
  await run(ledger, logFailure(failure({ job: event.job })))
  const { error_code, finished, failed } = await rowOf(ledger, event.job.id)
  assert.deepEqual({ error_code, finished, failed }, { error_code: CAUSE.code, finished: true, failed: true })
})

test('an event whose replay fails has its payload again, unless a person was erased from it', async t => {
  const ledger = await ownLedger(t)
  const [old, kept, erased] = [told('paid', '1'), told('paid', '2'), told('paid', '3')]
  await settle(ledger, old, kept, erased)
  const change = (what: string, id: string) =>
    ledger.pool.query(`update events set ${what} where id = $1`, [id])
  await change('payload = null', old.job.id)
  await change(`payload = '"as it came"'`, kept.job.id)
  await change('payload = null, erased = now()', erased.job.id)

  for (const { job } of [old, kept, erased]) await run(ledger, logFailure(failure({ job })))
  const payloads = [old, kept, erased].map(async ({ job }) => {
    const { rows } = await ledger.pool.query('select payload::text from events where id = $1', [job.id])
    return rows[0].payload
  })
  assert.deepEqual(await Promise.all(payloads), [JSON.stringify(old.job.event), '"as it came"', null])
})

test('that workers died is shown of whatever was not finished; who lived to say what was wrong has the last word', async t => {
  const codesAfter = async (hasRun: boolean) => {
    const ledger = await ownLedger(t)
    const [unknown, failed, finished] = [ownJob(), ownJob(), told('paid', '1')]
    await run(ledger, logFailure(failure({ job: failed })))
    await settle(ledger, finished)

    const jobs = [unknown, failed, finished.job]
    for (const job of jobs) await run(ledger, logDeaths({ job, attempts: 20, hasRun, codeVersion: 'test' }))
    return await Promise.all(jobs.map(async ({ id }) => (await rowOf(ledger, id)).error_code))
  }
  assert.deepEqual(await codesAfter(false), ['WORKERS_DIED', 'WORKERS_DIED', null])
  assert.deepEqual(await codesAfter(true), ['WORKERS_DIED', CAUSE.code, null])
})
