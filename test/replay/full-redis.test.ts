import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FACTS } from '@paidonce/core/facts/table'
import { replayProgress } from '@paidonce/ledger/replaying/progress'
import { run } from '@paidonce/ledger/transaction'
import { runReplay } from '@paidonce/operator/operations/replay/run-replay'
import { startReplay } from '@paidonce/operator/operations/replay/start-replay'
import { replayPorts } from '@paidonce/operator/redis/replay-ports'
import { settleBy } from '../rebuild/read-wrong.ts'
import { checkoutEvent } from '../support/events.ts'
import { ownLedger } from '../support/own-database.ts'
import { openRedis } from '../support/own-redis.ts'
import { ownRedisServer } from '../support/own-redis-server.ts'
import { BY } from './replaying.ts'

test('nothing is queued into a Redis that is nearly full; a replay waits there, and goes on once there is room', async t => {
  const ledger = await ownLedger(t)
  const { url } = await ownRedisServer(t)
  const redis = openRedis(t, url)
  const event = checkoutEvent('completed', { order: 'o' })
  await settleBy(FACTS, ledger, [event])
  const id = (await startReplay(ledger, { ...BY, which: { ids: [event.id] } })) ?? ''
  const queued = async () => (await run(ledger, replayProgress({ id })))[0]?.queued

  await redis.config('SET', 'maxmemory', '1mb')
  const looks: unknown[] = []
  await runReplay({ ledger, ...replayPorts(url) }, id, {
    onPortion: async () => {
      looks.push(await queued(), await redis.config('SET', 'maxmemory', '0'))
    }
  })
  assert.deepEqual(looks.slice(0, 2), [0, 'OK'])
  assert.equal(await queued(), 1)
})
