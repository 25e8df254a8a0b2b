import type { TestContext } from 'node:test'
import { reconcileCommand } from '@paidonce/operator/cli/reconcile'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { startTwin } from '@paidonce/stripe-twin/api/twin-for-tests'
import { type Play, playSequence } from '@paidonce/stripe-twin/sequences/play'
import type { SequenceName } from '@paidonce/stripe-twin/sequences/table'
import { startShop } from '../support/shop.ts'

export const KEY = 'rk_test_verysecret'

/** A shop, and a stand-in for Stripe that knows of more than the shop was told. */
export async function startReconciledShop(t: TestContext) {
  const { origin, shelves } = await startTwin(t)
  const stripe = { STRIPE_SECRET_KEY: KEY, STRIPE_API_URL: origin, STRIPE_REQUESTS_PER_SECOND: '100' }
  const shop = await startShop(t, { workerEnv: { ...stripe, SWEEP_EVERY: 'off' } })
  const hourAgo = Math.floor(Date.now() / 1000) - 3_600

  return {
    ...shop,
    setFaults: (faults: readonly object[]) =>
      fetch(`${origin}/_twin/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ faults })
      }),
    /** It happened at Stripe an hour ago, and nobody has heard of it. */
    happens: (name: SequenceName, orderId: string): Play => {
      const play = playSequence(name, { orderId, seed: 'reconcile', now: hourAgo })
      shelves.keep(play.steps.map(({ event }) => event))
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
    /** As if all that came had come so long ago. */
    makeOld: async () => {
      await shop.ledger.pool.query(`update events set received = now() - interval '2 hours'`)
      await shop.ledger.pool.query(`update fulfilments set at = now() - interval '1 hour'`)
    }
  }
}

type Telling = Readonly<{ which?: (type: string) => boolean; change?: (event: StripeEvent) => StripeEvent }>
