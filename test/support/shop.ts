import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import type { Ledger } from '@paidonce/ledger/pool'
import { freePort } from '@paidonce/local-stack/free-port'
import { eventQueueName } from '@paidonce/shared/queues'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { Queue } from 'bullmq'
import Stripe from 'stripe'
import { eventually } from './eventually.ts'
import { openLedger, ownDatabase } from './own-database.ts'
import { openRedis, ownRedis } from './own-redis.ts'
import { type App, startApp } from './start-app.ts'
import { testStack } from './test-stack.ts'

export const SECRET = 'whsec_test_secret'

type ShopOptions = Readonly<{
  workers?: number
  databaseUrl?: string
  redisUrl?: string
  /** For ingest and workers. */
  env?: Readonly<Record<string, string>>
  workerEnv?: Readonly<Record<string, string>>
}>

export type Shop = Awaited<ReturnType<typeof startShop>>

/** An ingest and workers as real processes, on a database and a Redis of their own. */
export async function startShop(t: TestContext, options: ShopOptions = {}) {
  const { workers = 1, env = {}, ...given } = options
  const databaseUrl = given.databaseUrl ?? (await ownDatabase(t))
  const redisUrl = given.redisUrl ?? (await ownRedis(t))
  const [port, healthPort] = [await freePort(), await freePort()]
  const common = { REDIS_URL: redisUrl, STRIPE_MODE: 'test', ...env }
  const ingestEnv = {
    HOST: '127.0.0.1',
    PORT: `${port}`,
    HEALTH_PORT: `${healthPort}`,
    DRAIN_MS: '0',
    STRIPE_WEBHOOK_SECRET: SECRET,
    ...common
  }
  const workerEnv = {
    DATABASE_URL: databaseUrl,
    SMTP_URL: testStack().smtpUrl,
    DECLINED_LETTER_AFTER: '1s',
    MAIL_FROM: 'Test Shop <shop@example.com>',
    ...common,
    ...given.workerEnv
  }
  const startWorker = (other: Readonly<Record<string, string>> = {}) =>
    startApp(t, 'worker', { ...workerEnv, ...other })
  const ingest = await startApp(t, 'ingest', ingestEnv)
  const running: App[] = await Promise.all(Array.from({ length: workers }, () => startWorker()))
  const ledger = openLedger(t, databaseUrl)
  const events = new Queue(eventQueueName(0), { connection: openRedis(t, redisUrl) })
  events.on('error', () => undefined)
  const url = `http://127.0.0.1:${port}/webhook`

  return {
    ingest,
    workers: running,
    /** With settings other than those of the workers before it, if any are given. */
    startWorker,
    ledger,
    events,
    url,
    databaseUrl,
    redisUrl,
    healthUrl: `http://127.0.0.1:${healthPort}`,
    deliver: (event: StripeEvent) => deliver(url, event),
    /** Each until it is taken, as Stripe does. */
    deliverAll: async (all: readonly StripeEvent[]) => {
      await Promise.all(
        all.map(event => eventually(async () => assert.equal((await deliver(url, event)).status, 200)))
      )
    },
    /** Resolves once the ledger says that all of them are finished. */
    finished: (all: readonly StripeEvent[]) => finished(ledger, all)
  }
}

/** Signs as Stripe does and posts. */
export async function deliver(url: string, event: unknown, secret = SECRET): Promise<Response> {
  const payload = JSON.stringify(event)
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret })
  const headers = { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': signature }
  return await fetch(url, { method: 'POST', body: payload, headers })
}

async function finished(ledger: Ledger, all: readonly StripeEvent[]): Promise<void> {
  const ids = [...new Set(all.map(({ id }) => id))]
  await eventually(async () => {
    const { rows } = await ledger.pool.query(
      'select count(*)::int as n from events where id = any($1) and finished is not null',
      [ids]
    )
    assert.equal(rows[0].n, ids.length, 'events are not finished')
  })
}
