import assert from 'node:assert/strict'
import { test } from 'node:test'
import { discardEvents } from '@paidonce/ledger/people/discard-events'
import { run } from '@paidonce/ledger/transaction'
import { ANN, PAID, SURE } from './ann.ts'
import { failingShop } from './failing-shop.ts'

test('a failed event that was discarded keeps nobody from being erased, and its job in Redis goes with it', async t => {
  const { ledger, queue, fail, erase, everything } = await failingShop(t)
  await fail(PAID)
  await ledger.pool.query('update events set email = $1', [ANN])
  assert.equal((await erase('--email', ANN, ...SURE)).code, 1)

  await run(ledger, discardEvents([PAID.id], { by: 'olga', why: 'a test' }))
  const { code, out } = await erase('--email', ANN, ...SURE)
  assert.deepEqual([code, out.endsWith('Erased. Nothing of this address is kept.')], [0, true], out)
  assert.equal(await queue.getJob(PAID.id), undefined)
  assert.ok(!(await everything()).includes('quorbin'))
})
