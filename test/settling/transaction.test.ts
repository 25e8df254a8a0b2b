import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Ledger } from '@paidonce/ledger/pool'
import type { Statement } from '@paidonce/ledger/statement'
import { inTransaction, run } from '@paidonce/ledger/transaction'
import { ownLedger } from '../support/own-database.ts'

const statement = (text: string): Statement => ({ name: text, text, values: [] })
const ADD = statement(`insert into paidonce (mode) values ('test')`)
const FAIL = statement('select 1/0')

const write = (ledger: Ledger, statements: readonly Statement[]) =>
  inTransaction(ledger, { read: [], decide: () => ({ result: 'done', write: statements }) })

const isEmpty = async (ledger: Ledger) =>
  (await run(ledger, statement('select mode from paidonce'))).length === 0

/** The same database, but errors of one statement do not come through, as if their answer were lost. */
function deafTo(ledger: Ledger, lost: Statement): Ledger {
  const connect = async () => {
    const client = await ledger.pool.connect()
    const query = (asked: { text: string }) => {
      const answer = client.query(asked as never) as unknown as Promise<unknown>
      return asked.text === lost.text ? answer.catch(() => ({ rows: [] })) : answer
    }
    return { query, release: (error?: Error) => client.release(error) }
  }
  return { ...ledger, pool: { connect } as unknown as Ledger['pool'] }
}

test('what is written is committed', async t => {
  const ledger = await ownLedger(t)
  assert.equal(await write(ledger, [ADD]), 'done')
  assert.equal(await isEmpty(ledger), false)
})

test('a refused statement undoes all, and its own SQLSTATE is thrown, not what followed from it', async t => {
  const ledger = await ownLedger(t)
  await assert.rejects(write(ledger, [ADD, FAIL, ADD]), { code: 'SQLSTATE_22012', remedy: 'isolate' })
  assert.equal(await isEmpty(ledger), true)
})

test('a commit that PostgreSQL answers with ROLLBACK is no commit', async t => {
  const ledger = await ownLedger(t)
  await assert.rejects(write(deafTo(ledger, FAIL), [ADD, FAIL]), { code: 'SQLSTATE_40000' })
  assert.equal(await isEmpty(ledger), true)
})

test('what decide throws is thrown as it is, and the connection is good for the next', async t => {
  const ledger = await ownLedger(t)
  const fault = new TypeError('our own')
  const decide = () => {
    throw fault
  }
  await assert.rejects(inTransaction(ledger, { read: [ADD], decide }), fault)
  assert.equal(await isEmpty(ledger), true)
  assert.equal(await write(ledger, [ADD]), 'done')
})
