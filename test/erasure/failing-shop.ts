import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { erase } from '@paidonce/operator/cli/erase'
import { EVENT_JOB_OPTIONS, eventQueueName } from '@paidonce/shared/queues'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { Queue } from 'bullmq'
import { eventually } from '../support/eventually.ts'
import { openLedger, ownDatabase } from '../support/own-database.ts'
import { openRedis, ownRedis } from '../support/own-redis.ts'
import { runOperator } from '../support/run-operator.ts'
import { startToyWorker } from '../support/toy-worker.ts'
import { everythingIn } from './everything.ts'

/** A shop whose worker knows no type of event: each fails before it was read. */
export async function failingShop(t: TestContext) {
  const [databaseUrl, redisUrl] = [await ownDatabase(t), await ownRedis(t)]
  const ledger = openLedger(t, databaseUrl)
  const redis = openRedis(t, redisUrl)
  const queue = new Queue(eventQueueName(0), { connection: redis })
  startToyWorker(t, { ledger, redisUrl, table: {} })
  const env = { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl }
  return {
    ledger,
    queue,
    /** Resolves once it has failed for good, at its only attempt. */
    fail: async (event: StripeEvent) => {
      const job = { id: event.id, event, receivedAt: new Date().toISOString(), how: 'webhook' }
      await queue.add(event.type, job, { ...EVENT_JOB_OPTIONS, attempts: 1, jobId: event.id })
      await eventually(async () => assert.equal(await queue.getJobState(event.id), 'failed'))
    },
    erase: (...argv: readonly string[]) => runOperator(erase, argv, env),
    everything: () => everythingIn(ledger, redis)
  }
}
