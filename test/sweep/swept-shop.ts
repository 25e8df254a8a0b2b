import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { gaps } from '@paidonce/operator/cli/gaps'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { startShop } from '../support/shop.ts'
import { startStripesList } from './stripes-list.ts'

export const KEY = 'rk_test_verysecret'

type Wishes = Readonly<{ workers?: number; redisUrl?: string; workerEnv?: Readonly<Record<string, string>> }>

/** A shop that sweeps all the time, and the list of events that it sweeps. */
export async function startSweptShop(t: TestContext, { workerEnv = {}, ...wishes }: Wishes = {}) {
  const stripe = await startStripesList(t)
  const sweeping = {
    STRIPE_REQUESTS_PER_SECOND: '100',
    SWEEP_EVERY: '1s',
    SWEEP_AFTER: '0s',
    SWEEP_BACK: '1h',
    ...workerEnv
  }
  const shop = await startShop(t, {
    ...wishes,
    workerEnv: { STRIPE_SECRET_KEY: KEY, STRIPE_API_URL: stripe.url, ...sweeping }
  })
  const rows = async (sql: string) => (await shop.ledger.pool.query(sql)).rows

  return {
    shop,
    stripe,
    rows,
    missed: async () =>
      (await rows('select id from missed_events order by id')).map(({ id }) => id as string),
    /** Resolves once so many more windows were read whole. */
    sweptAgain: async (times = 1) => {
      const count = async () => (await rows('select count(*)::int as n from sweeps where error is null'))[0].n
      const before = await count()
      await eventually(async () => assert.ok((await count()) >= before + times, 'not swept'))
    },
    /** What `npm run gaps` says. */
    gaps: async (...args: readonly string[]) => {
      const said: string[] = []
      const streams = { out: (text: string) => said.push(text), err: (text: string) => said.push(text) }
      const code = await gaps(args, { DATABASE_URL: shop.databaseUrl }, streams)
      return { code, text: said.join('\n') }
    }
  }
}

/** Paid orders of their own, of one second. */
export const paidAt = (created: number, count: number, name: string): StripeEvent[] =>
  Array.from({ length: count }, (_, n) => checkoutEvent('completed', { order: `${name}-${n}`, created }))

export const nowS = () => Math.floor(Date.now() / 1000)

export const idsOf = (events: readonly StripeEvent[]) => events.map(({ id }) => id).sort()
