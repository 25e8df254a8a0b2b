import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FACTS } from '@paidonce/core/facts/table'
import { erasePayloads } from '@paidonce/ledger/forgetting/erase-payloads'
import { replayTrouble } from '@paidonce/ledger/replaying/progress'
import { run } from '@paidonce/ledger/transaction'
import { runReplay } from '@paidonce/operator/operations/replay/run-replay'
import { startReplay } from '@paidonce/operator/operations/replay/start-replay'
import { replayPorts } from '@paidonce/operator/redis/replay-ports'
import { eventQueueName } from '@paidonce/shared/queues'
import { Queue } from 'bullmq'
import { settleBy } from '../rebuild/read-wrong.ts'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { openLedger, ownDatabase } from '../support/own-database.ts'
import { openRedis, ownRedis } from '../support/own-redis.ts'
import { startToyWorker } from '../support/toy-worker.ts'
import { BY } from './replaying.ts'

test('an old event whose replay fails is never left without a copy', async t => {
  const [databaseUrl, redisUrl] = [await ownDatabase(t), await ownRedis(t)]
  const ledger = openLedger(t, databaseUrl)
  const queue = new Queue(eventQueueName(0), { connection: openRedis(t, redisUrl) })
  await queue.waitUntilReady()
  const [old, fine] = [
    checkoutEvent('completed', { order: 'old' }),
    checkoutEvent('completed', { order: 'fine' })
  ]
  await settleBy(FACTS, ledger, [old, fine])
  await ledger.pool.query(`update events set received = now() - interval '91 days' where id = $1`, [old.id])
  // It knows no type of event, so whatever it reads fails.
  startToyWorker(t, { ledger, redisUrl, table: {} })

  const ports = { ledger, ...replayPorts(redisUrl) }
  const replay = async (...events: readonly { id: string }[]) => {
    const ids = events.map(({ id }) => id)
    const id = (await startReplay(ledger, { ...BY, which: { ids } })) ?? ''
    await runReplay(ports, id)
    return id
  }
  const row = async () =>
    (
      await ledger.pool.query(
        'select failed is not null as failed, error_code, payload is not null as kept from events where id = $1',
        [old.id]
      )
    ).rows[0]

  const first = await replay(old)
  const job = `${old.id}-r${first}`
  await t.test('while it is tried again, its age does not take its payload', async () => {
    await eventually(async () => assert.equal((await row()).error_code, 'UNKNOWN_EVENT_TYPE'))
    assert.equal((await row()).failed, false)
    assert.deepEqual(await run(ledger, erasePayloads(90, 10)), [])
  })

  await t.test('what another replay leaves out keeps the failed job of the first', async () => {
    await eventually(async () => {
      for (const delayed of await queue.getDelayed()) await delayed.promote().catch(() => undefined)
      assert.equal(await queue.getJobState(job), 'failed')
    })
    assert.deepEqual(await row(), { failed: true, error_code: 'UNKNOWN_EVENT_TYPE', kept: true })
    await ledger.pool.query('update events set payload = null where id = $1', [old.id])
    const second = await replay(old, fine)
    const trouble = await run(ledger, replayTrouble(second, 10))
    assert.match(JSON.stringify(trouble), /its payload is erased/)
    assert.equal(await queue.getJobState(job), 'failed')
  })
})
