import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownLedger } from '../support/own-database.ts'
import { askWitness, setWitness } from './witness.ts'

test('the witness tells what may never happen, and nothing else', async t => {
  const ledger = await ownLedger(t)
  await setWitness(ledger)
  const does = (sql: string) => ledger.pool.query(sql)

  await does(`insert into orders (account, id, settled_by) values ('', '1', 1)`)
  await does(`update orders set settled_by = 2, status = 'fulfilled'`)
  await does(`insert into fulfilments (account, order_id, payment_id) values ('', '1', 'pi_1')`)
  await does(`update orders set changed = now()`)
  assert.deepEqual(await askWitness(ledger), [])

  await does(`update orders set settled_by = 1`)
  await does(`update orders set status = 'expired'`)
  await does(`update fulfilments set payment_id = 'pi_2'`)
  await does(`delete from fulfilments`)
  assert.deepEqual(await askWitness(ledger), [
    'order 1: settled_by went back from 2 to 1',
    'order 1 was fulfilled and became expired',
    'the fulfilment of order 1 was changed: update',
    'the fulfilment of order 1 was changed: delete'
  ])
})
