import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { freePort } from '@paidonce/local-stack/free-port'
import { ANNOUNCEMENTS_QUEUE } from '@paidonce/shared/queues'
import { Queue } from 'bullmq'
import pg from 'pg'
import { eventually } from '../../support/eventually.ts'
import { emptyDatabase } from '../../support/own-database.ts'
import { openRedis } from '../../support/own-redis.ts'
import { type Shop as Paidonce, SECRET, startShop as startPaidonce } from '../../support/shop.ts'
import { node, startProgram } from './run-program.ts'

type Wishes = Readonly<{
  /** Stands between the shop and its Redis. */
  redisUrlOf?: (redisUrl: string) => Promise<string>
  /** Of paidonce's database, as the shop sees it. */
  paidonceUrlOf?: (paidonce: Paidonce) => Promise<string>
  /** No webhook ever arrives, and the shop may ask paidonce to settle. */
  withoutWebhook?: boolean
}>

export type Basket = Readonly<{ product: 'tea' | 'coffee'; quantity: number; email: string; locale: string }>
export type Way = 'card' | 'bank' | 'bank_fails' | 'expire'

const TEA: Basket = { product: 'tea', quantity: 2, email: 'ann@example.com', locale: 'en' }

/** The example shop, what stands in for Stripe, an ingest and a worker, each a process of its own. */
export async function startExampleShop(
  t: TestContext,
  { redisUrlOf, paidonceUrlOf, withoutWebhook }: Wishes = {}
) {
  const [twinPort, port] = [await freePort(), await freePort()]
  const stripeUrl = `http://127.0.0.1:${twinPort}`
  const settling = withoutWebhook ? await settlingBetween(stripeUrl) : undefined
  const paidonce = await startPaidonce(t, settling && { workerEnv: settling.workerEnv })
  await startProgram(t, {
    command: node('packages/stripe-twin/dist/api/main.js'),
    env: {
      PORT: `${twinPort}`,
      WEBHOOK_URL: settling?.nowhere ?? paidonce.url,
      STRIPE_WEBHOOK_SECRET: SECRET
    }
  })

  const shopDatabaseUrl = await emptyDatabase(t)
  const env = {
    PORT: `${port}`,
    SHOP_DATABASE_URL: shopDatabaseUrl,
    PAIDONCE_DATABASE_URL: (await paidonceUrlOf?.(paidonce)) ?? paidonce.databaseUrl,
    REDIS_URL: (await redisUrlOf?.(paidonce.redisUrl)) ?? paidonce.redisUrl,
    STRIPE_SECRET_KEY: 'sk_test_example',
    STRIPE_API_URL: stripeUrl,
    ...settling?.shopEnv
  }
  const start = (over: Readonly<Record<string, string>> = {}) =>
    startProgram(t, { command: node('examples/shop/dist/main.js'), env: { ...env, ...over } })
  const shop = await start()

  const database = new pg.Pool({ connectionString: shopDatabaseUrl })
  database.on('error', () => undefined)
  t.after(() => database.end())
  const announcements = new Queue(ANNOUNCEMENTS_QUEUE, { connection: openRedis(t, paidonce.redisUrl) })
  announcements.on('error', () => undefined)
  const url = `http://127.0.0.1:${port}`

  return {
    url,
    shop,
    /** Starts it again, after it has ended. */
    start,
    paidonce,
    database,
    announcements,
    /** Sends the form of the basket page as a browser does. Gives the order's id and the page to pay on. */
    buy: async (basket: Partial<Basket> = {}) => await buy(url, { ...TEA, ...basket }),
    /** The buyer presses a button of the page to pay on. Gives where the browser is sent. */
    pay,
    orderOf: async (id: string) => await orderOf(database, id),
    /** Resolves once the order has this status. */
    becomes: (id: string, status: string) =>
      eventually(async () => assert.equal((await orderOf(database, id))?.status, status)),
    pageOf: async (id: string) => await (await fetch(`${url}/orders/${id}`)).text()
  }
}

async function settlingBetween(stripeUrl: string) {
  const [settlePort, nobody] = [await freePort(), await freePort()]
  const token = 'token-of-the-example-shop'
  return {
    nowhere: `http://127.0.0.1:${nobody}/webhook`,
    workerEnv: {
      STRIPE_SECRET_KEY: 'rk_test_example',
      STRIPE_API_URL: stripeUrl,
      SETTLE_PORT: `${settlePort}`,
      SETTLE_TOKEN: token
    },
    shopEnv: {
      PAIDONCE_SETTLE_URL: `http://127.0.0.1:${settlePort}`,
      PAIDONCE_SETTLE_TOKEN: token
    }
  }
}

export const postForm = async (url: string, fields: Readonly<Record<string, string>>): Promise<Response> =>
  await fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) })

async function buy(url: string, { product, quantity, email, locale }: Basket) {
  const page = await (await fetch(url)).text()
  const form = page.split('</form>').find(part => part.includes(`name="product" value="${product}"`))
  const [, id = ''] = form?.match(/name="id" value="(\w+)"/) ?? []
  const fields = { id, product, quantity: `${quantity}`, email, locale }
  const answer = await postForm(`${url}/buy`, fields)
  assert.equal(answer.status, 303, (await answer.text()).match(/<h1>[^<]*/)?.[0])
  return { id, fields, payUrl: answer.headers.get('location') ?? '' }
}

async function pay(payUrl: string, way: Way, email = 'ann@example.com'): Promise<string | null> {
  const answer = await postForm(payUrl, { way, email, name: 'Ann Example' })
  assert.equal(answer.status, 303)
  return answer.headers.get('location')
}

type Row = Readonly<{
  status: string
  parcels: number
  amount: number
  currency: string
  note: string | null
}>

async function orderOf(database: pg.Pool, id: string): Promise<Row | undefined> {
  const { rows } = await database.query<Row>(
    'select status, parcels, amount, currency, note from orders where id = $1',
    [id]
  )
  return rows[0]
}
