import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readGaps } from '@paidonce/ledger/people/read-gaps'
import { logMissed } from '@paidonce/ledger/sweep/log-missed'
import { logSweep } from '@paidonce/ledger/sweep/log-sweep'
import { readCheckpoint } from '@paidonce/ledger/sweep/read-checkpoint'
import { run } from '@paidonce/ledger/transaction'
import { ownLedger } from '../support/own-database.ts'
import { nowS } from './swept-shop.ts'

const DAY_S = 86_400

test('a missing event that Stripe lists no more holds up no sweep, counts in no gap, and is still shown', async t => {
  const ledger = await ownLedger(t)
  const missing = (id: string, days: number) =>
    ({ id, account: '', type: 'x', created: nowS() - days * DAY_S, cause: 'not_taken' }) as const
  await run(ledger, logMissed([missing('evt_gone', 31), missing('evt_listed', 2)]))
  const window = { account: '', since: nowS() - 900, until: nowS() - 300 }
  await run(ledger, logSweep({ ...window, pages: 1, listed: 0, missed: 0, unfinished: null, error: null }))

  const [checkpoint] = await run(ledger, readCheckpoint(''))
  assert.equal(Math.round((nowS() - (checkpoint?.unfinished ?? 0)) / DAY_S), 2)
  const { accounts, missed } = await readGaps(ledger, null, 10)
  assert.equal(accounts[0]?.gap, 1)
  assert.deepEqual(missed.map(({ id, state }) => [id, state]).sort(), [
    ['evt_gone', 'out_of_reach'],
    ['evt_listed', 'waiting']
  ])
})
