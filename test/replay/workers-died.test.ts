import assert from 'node:assert/strict'
import { test } from 'node:test'
import { discardEvents } from '@paidonce/ledger/people/discard-events'
import { run } from '@paidonce/ledger/transaction'
import { ownJob, settle, told } from '../ledger/told.ts'
import { failEvents } from '../operations/alerts.ts'
import { startShop } from '../support/shop.ts'
import { takeAndDie } from '../support/take-and-die.ts'
import { progressOf, replay, replayed } from './replaying.ts'

for (const before of ['finished', 'failed', 'discarded'] as const)
  test(`a replay of a ${before} event whose workers all die ends as failed, and says so`, async t => {
    const shop = await startShop(t, { workers: 0 })
    const job = ownJob()
    if (before === 'finished') await settle(shop.ledger, told('paid', '1', job))
    else await failEvents(shop.ledger, 1, { job })
    if (before === 'discarded') await run(shop.ledger, discardEvents([job.id], { by: 'olga', why: 'a test' }))

    const id = await replay(shop, { which: { ids: [job.id] } })
    await takeAndDie(t, shop)
    await shop.startWorker()
    await replayed(shop, id)
    assert.equal((await progressOf(shop, id)).failed, 1)
    const { rows } = await shop.ledger.pool.query(
      'select error_code, told, discarded, finished is not null as finished from events'
    )
    assert.deepEqual(rows, [
      { error_code: 'WORKERS_DIED', told: null, discarded: null, finished: before === 'finished' }
    ])
  })
