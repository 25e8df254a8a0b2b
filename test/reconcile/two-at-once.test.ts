import assert from 'node:assert/strict'
import { EventEmitter, once } from 'node:events'
import { test } from 'node:test'
import { differencesOf } from '@paidonce/ledger/reconciling/note-differences'
import { run } from '@paidonce/ledger/transaction'
import { reconcile } from '@paidonce/reconciliation/reconcile'
import { ownLedger } from '../support/own-database.ts'

const INTENT = {
  id: 'pi_1',
  object: 'payment_intent',
  status: 'succeeded',
  amount: 3_000,
  amount_received: 3_000,
  currency: 'eur',
  livemode: false,
  metadata: { order_id: '1001' },
  created: 1_000
}

test('of two that look at the same moment each says that money is not fulfilled', async t => {
  const ledger = await ownLedger(t)
  const page = (data: readonly unknown[]) => async () => ({ data, has_more: false })
  let arrived = 0
  const both = new EventEmitter()
  const parts = {
    ledger,
    stripe: {
      checkout: { sessions: { list: page([]) } },
      paymentIntents: { list: page([INTENT]) },
      refunds: { list: page([]) },
      // Each still reads a list when the other has noted what it found.
      disputes: {
        list: async () => {
          if (++arrived === 2) both.emit('here')
          else await once(both, 'here')
          return { data: [], has_more: false }
        }
      }
    } as never,
    rules: { orderIdFrom: ['metadata.order_id'] as const },
    ask: <T>(question: () => Promise<T>) => question(),
    repair: undefined,
    goOn: () => undefined
  }
  const window = { account: '', since: 0, until: 2_000, how: 'asked' } as const
  for (const { id, counts } of await Promise.all([reconcile(window, parts), reconcile(window, parts)])) {
    assert.equal(counts.paid_not_fulfilled, 1)
    const shown = await run(ledger, differencesOf({ account: '', run: id, after: undefined, limit: 10 }))
    assert.deepEqual(
      shown.map(({ about }) => about),
      ['pi_1']
    )
  }
})
