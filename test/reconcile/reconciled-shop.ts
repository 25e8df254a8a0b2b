import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { reconcileCommand } from '@paidonce/operator/cli/reconcile'
import { scheduleQueueName } from '@paidonce/shared/queues'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { startTwin } from '@paidonce/stripe-twin/api/twin-for-tests'
import { type Play, playSequence } from '@paidonce/stripe-twin/sequences/play'
import type { SequenceName } from '@paidonce/stripe-twin/sequences/table'
import { Queue } from 'bullmq'
import { eventually } from '../support/eventually.ts'
import { openRedis } from '../support/own-redis.ts'
import { startShop } from '../support/shop.ts'
import { startGate } from '../support/stripe-gate.ts'

export const KEY = 'rk_test_verysecret'

/** An account that the key reaches besides its own. */
export const CONNECTED = 'acct_connected'

/** A shop, and stand-ins for Stripe, one for each account, that know of more than the shop was told. */
export async function startReconciledShop(t: TestContext, workerEnv: Readonly<Record<string, string>> = {}) {
  const twins = { '': await startTwin(t), [CONNECTED]: await startTwin(t) }
  const origin = twins[''].origin
  const gate = await startGate(t, { '': origin, [CONNECTED]: twins[CONNECTED].origin })
  const stripe = { STRIPE_SECRET_KEY: KEY, STRIPE_API_URL: gate.url, STRIPE_REQUESTS_PER_SECOND: '100' }
  const shop = await startShop(t, { workerEnv: { ...stripe, SWEEP_EVERY: 'off', ...workerEnv } })
  const hourAgo = Math.floor(Date.now() / 1000) - 3_600

  return {
    ...shop,
    gate,
    setFaults: (faults: readonly object[]) =>
      fetch(`${origin}/_twin/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ faults })
      }),
    /** It happened at Stripe an hour ago, and nobody has heard of it. */
    happens: (name: SequenceName, orderId: string, account: '' | typeof CONNECTED = ''): Play => {
      const play = playSequence(name, { orderId, seed: `reconcile ${account}`, now: hourAgo })
      twins[account].shelves.keep(play.steps.map(({ event }) => event))
      return play
    },
    /** The webhook brings these events of it, changed on the way as a test wishes. */
    isTold: async (
      play: Play,
      { which = () => true, change = event => event }: Telling = {}
    ): Promise<void> => {
      const events = play.steps
        .map(({ event }) => event as unknown as StripeEvent)
        .filter(({ type }) => which(type))
        .map(change)
      await shop.deliverAll(events)
      await shop.finished(events)
    },
    /** `npm run reconcile` */
    reconcile: async (...args: readonly string[]) => {
      const [out, err]: [string[], string[]] = [[], []]
      const streams = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) }
      const env = { ...stripe, DATABASE_URL: shop.databaseUrl, REDIS_URL: shop.redisUrl }
      const code = await reconcileCommand(args, env, streams)
      return { code, out, err }
    },
    /** The nightly reconciliation is due now. */
    nightFalls: async () => {
      const queue = new Queue(scheduleQueueName('reconcile'), { connection: openRedis(t, shop.redisUrl) })
      t.after(() => queue.close())
      const [next] = await eventually(async () => {
        const delayed = await queue.getDelayed()
        assert.equal(delayed.length, 1)
        return delayed
      })
      await next?.promote()
    },
    /** Every nightly reconciliation so far, the oldest first. */
    nights: async () =>
      (
        await shop.ledger.pool.query(
          `select account, finished is not null as "isFinished", error from reconciliations
           where how = 'nightly' order by id`
        )
      ).rows,
    /** As if all that came had come so long ago. */
    makeOld: async () => {
      await shop.ledger.pool.query(`update events set received = now() - interval '2 hours'`)
      await shop.ledger.pool.query(`update fulfilments set at = now() - interval '1 hour'`)
    }
  }
}

type Telling = Readonly<{ which?: (type: string) => boolean; change?: (event: StripeEvent) => StripeEvent }>
