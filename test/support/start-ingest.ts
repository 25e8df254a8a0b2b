import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { freePort } from '@paidonce/local-stack/free-port'
import { eventQueueName } from '@paidonce/shared/queues'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { Queue } from 'bullmq'
import { eventually } from './eventually.ts'
import { openRedis, ownRedis } from './own-redis.ts'
import { deliver, SECRET } from './shop.ts'
import { signatureOf } from './signature.ts'
import { startApp } from './start-app.ts'

type IngestOptions = Readonly<{
  /** An empty database of the common server if not given. */
  redisUrl?: string
  /** Where the test itself looks into Redis, if not through `redisUrl`. */
  lookUrl?: string
  env?: Readonly<Record<string, string>>
}>

export type Delivery = Readonly<{ body: string | Buffer; headers?: Readonly<Record<string, string>> }>

export type Answer = Readonly<{ status: number; headers: Headers; body: unknown }>

export type Ingest = Awaited<ReturnType<typeof startIngest>>

/** The ingest alone, as a real process; it may not have reached Redis yet. */
export async function startIngest(t: TestContext, { env = {}, ...given }: IngestOptions = {}) {
  const redisUrl = given.redisUrl ?? (await ownRedis(t))
  const [port, healthPort] = [await freePort(), await freePort()]
  const app = await startApp(t, 'ingest', {
    HOST: '127.0.0.1',
    PORT: `${port}`,
    HEALTH_PORT: `${healthPort}`,
    DRAIN_MS: '0',
    STRIPE_WEBHOOK_SECRET: SECRET,
    STRIPE_MODE: 'test',
    REDIS_URL: redisUrl,
    ...env
  })
  const redis = openRedis(t, given.lookUrl ?? redisUrl)
  const queue = new Queue(eventQueueName(0), { connection: redis })
  queue.on('error', () => undefined)
  const origin = `http://127.0.0.1:${port}`
  const healthUrl = `http://127.0.0.1:${healthPort}`
  const health = async (path: string) => await answerOf(await fetch(`${healthUrl}${path}`))

  const post = async ({ body, headers = {} }: Delivery, init: RequestInit = {}, path = '/webhook') => {
    const request = { method: 'POST', body: new Uint8Array(Buffer.from(body)), headers, ...init }
    return await answerOf(await fetch(`${origin}${path}`, request))
  }

  return {
    app,
    port,
    redis,
    queue,
    healthUrl,
    health,
    /** Signed as Stripe does. */
    deliver: async (event: StripeEvent) => await answerOf(await deliver(`${origin}/webhook`, event)),
    /** The same. Fails when it is not answered within the three seconds that are promised. */
    deliverInTime: async (event: StripeEvent) =>
      await post(signed(event), { signal: AbortSignal.timeout(3_000) }),
    post,
    fetch: async (path: string, init: RequestInit) => await answerOf(await fetch(`${origin}${path}`, init)),
    /** The ids of all jobs, in whatever state. */
    queued: async () => (await queue.getJobs()).map(job => job.id).sort(),
    /** Deliveries counted under an outcome so far. */
    counted: async (outcome: string) => {
      const text = await (await fetch(`${healthUrl}/metrics`)).text()
      return Number(text.match(new RegExp(`deliveries_total\\{outcome="${outcome}"\\} (\\d+)`))?.[1] ?? 0)
    },
    becomesReady: () => readiness(health, { status: 200, body: { ready: true } }),
    becomesUnready: (reason: string) => readiness(health, { status: 503, body: { ready: false, reason } })
  }
}

/** The delivery of an event, signed now. */
export function signed(event: unknown, secret = SECRET): Delivery {
  const body = typeof event === 'string' || Buffer.isBuffer(event) ? event : JSON.stringify(event)
  return { body, headers: { 'stripe-signature': signatureOf({ body, secret }) } }
}

async function readiness(
  health: (path: string) => Promise<Answer>,
  expected: Readonly<{ status: number; body: object }>
) {
  await eventually(async () => {
    const { status, body } = await health('/readyz')
    assert.deepEqual({ status, body }, expected)
  })
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? '' : JSON.parse(text) }
}
