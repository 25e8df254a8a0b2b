import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FROM_THE_FIRST, unfinishedEvents } from '@paidonce/ledger/forgetting/unfinished-events'
import { discardEvents } from '@paidonce/ledger/people/discard-events'
import { run } from '@paidonce/ledger/transaction'
import { ownLedger } from '../support/own-database.ts'
import { ANN, FAILED, JOANN, PAID, SURE } from './ann.ts'
import { failingShop } from './failing-shop.ts'

const NOT_FINISHED = new RegExp(`event ${PAID.id} .*is not finished`, 'g')

test('an event that failed before it was read is found by what it holds', async t => {
  const { ledger, queue, fail, erase, everything } = await failingShop(t)
  await fail(PAID)
  await fail(JOANN)

  await t.test('it keeps the person from being erased, and its job stays', async () => {
    const { code, out, err } = await erase('--email', ANN, ...SURE)
    assert.deepEqual([code, err.match(NOT_FINISHED)?.length], [1, 1], err)
    assert.match(out, /1 +whole events/)
    assert.ok(await queue.getJob(PAID.id))
  })

  await t.test('discarded, it is erased, and somebody else’s is not', async () => {
    await run(ledger, discardEvents([PAID.id], { by: 'olga', why: 'a test' }))
    const { code, out } = await erase('--email', ANN, ...SURE)
    assert.deepEqual([code, out.endsWith('Erased. Nothing of this address is kept.')], [0, true], out)
    const left = (await everything()).replaceAll(`jo${ANN.toLowerCase()}`, '')
    assert.ok(!left.includes('quorbin'))
    const { rows } = await ledger.pool.query('select id from events where payload is not null')
    assert.deepEqual(rows, [{ id: JOANN.id }])
    assert.ok(await queue.getJob(JOANN.id))
  })
})

test('a failed job that is all that is left of an event is named and kept', async t => {
  const { ledger, queue, fail, erase } = await failingShop(t)
  await fail(PAID)
  await ledger.pool.query('delete from events')
  const { code, err } = await erase('--email', ANN, ...SURE)
  assert.deepEqual([code, err.match(NOT_FINISHED)?.length], [1, 1], err)
  assert.ok(await queue.getJob(PAID.id))
})

test('however many are not finished, hers are found, of one order alone if it is named', async t => {
  const { ledger, erase } = await failingShop(t)
  await ledger.pool.query(
    `insert into events (id, mode, type, received, how, order_id, code_version, payload)
     select 'evt_' || n, 'test', 'toy', date_trunc('day', now()), 'webhook', 'o-' || n, 'test',
            case when n in (1, 120, 999) then $1::json else '{}' end
     from generate_series(1, 999) as n`,
    [JSON.stringify(FAILED)]
  )
  const of = async (...argv: string[]) =>
    [...(await erase('--email', ANN, '--dry-run', ...argv)).err.matchAll(/event (\S+)/g)].map(([, id]) => id)
  assert.deepEqual(await of(), ['evt_1', 'evt_120', 'evt_999'])
  assert.deepEqual(await of('--order', 'o-120'), ['evt_120'])
})

test('the unfinished ones are looked through without reading the ledger from end to end', async t => {
  const { pool } = await ownLedger(t)
  await pool.query(`
    insert into events (id, mode, type, received, how, finished, code_version, payload)
    select 'evt_' || n, 'test', 'toy', now() - n * interval '1 minute', 'webhook',
           case when n % 1000 > 0 then now() end, 'test', '{}'
    from generate_series(1, 20000) as n`)
  await pool.query('analyze events')
  const { text, values } = unfinishedEvents(FROM_THE_FIRST, 50, undefined)
  const { rows } = await pool.query(`explain ${text}`, [...values])
  assert.match(rows.map(row => row['QUERY PLAN']).join('\n'), /events_unfinished/)
})
