import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { FACTS } from '@paidonce/core/facts/table'
import { checkInvariants } from '@paidonce/invariants/check-invariants'
import { erase } from '@paidonce/operator/cli/erase'
import { EVENT_JOB_OPTIONS, eventQueueName } from '@paidonce/shared/queues'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { Queue } from 'bullmq'
import { eventually } from '../support/eventually.ts'
import { openLedger, ownDatabase } from '../support/own-database.ts'
import { openRedis, ownRedis } from '../support/own-redis.ts'
import { runOperator } from '../support/run-operator.ts'
import { startToyWorker } from '../support/toy-worker.ts'
import { RULES } from './ann.ts'
import { everythingIn } from './everything.ts'

/** Orders of Ann and of others, settled through Redis by the worker's own parts. */
export async function settledShop(t: TestContext) {
  const [databaseUrl, redisUrl] = [await ownDatabase(t), await ownRedis(t)]
  const ledger = openLedger(t, databaseUrl)
  const redis = openRedis(t, redisUrl)
  const queue = new Queue(eventQueueName(0), { connection: redis })
  startToyWorker(t, { ledger, redisUrl, table: FACTS })
  const env = { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl }

  const add = async (all: readonly StripeEvent[], id = (event: StripeEvent) => event.id) => {
    const receivedAt = new Date().toISOString()
    await queue.addBulk(
      all.map(event => ({
        name: event.type,
        data: { id: event.id, event, receivedAt, how: 'webhook' },
        opts: { ...EVENT_JOB_OPTIONS, jobId: id(event) }
      }))
    )
  }
  const drained = () =>
    eventually(async () => {
      const { waiting, active } = await queue.getJobCounts('waiting', 'active')
      assert.deepEqual([waiting, active], [0, 0])
    })
  return {
    ledger,
    queue,
    redis,
    add,
    drained,
    erase: (...argv: readonly string[]) => runOperator(erase, argv, env),
    everything: () => everythingIn(ledger, redis),
    violations: async () =>
      (await checkInvariants({ databaseUrl, redisUrl, rules: RULES, drained: false, now: Date.now() }))
        .violations
  }
}
