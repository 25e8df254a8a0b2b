import { BadSettings, readConfig } from './config.ts'
import { createServer } from './http/server.ts'
import { createSettleSession } from './http/settle-session.ts'
import { createPlaceOrder } from './orders/place-order.ts'
import { createDatabase, NoDatabase } from './postgres/create-database.ts'
import { createTables } from './postgres/create-tables.ts'
import { createHear } from './postgres/hear.ts'
import { openPool } from './postgres/open-pool.ts'
import { createWriteOrder, findOrder } from './postgres/orders.ts'
import { createRegisterOrder } from './postgres/register-order.ts'
import { listen } from './redis/listen.ts'
import { connectStripe } from './stripe/connect.ts'
import { createOpenCheckout } from './stripe/open-checkout.ts'

/** Closing waits for what is in hand; Redis may be away meanwhile, and then it would wait for ever. */
const CLOSE_WITHIN_MS = 6_000

const config = readOrExit()
const onError = (error: Error & { code?: unknown }) =>
  app.log.error({ problem: error.name, code: error.code }, 'shop')

const shop = openPool({ url: config.shopDatabaseUrl, onError })
const paidonce = openPool({ url: config.paidonceDatabaseUrl, onError })
const stripe = connectStripe(config.stripeSecretKey, config.stripeApiUrl)

const placeOrder = createPlaceOrder({
  writeOrder: createWriteOrder(shop),
  registerOrder: createRegisterOrder(paidonce),
  openCheckout: createOpenCheckout({ stripe, shopUrl: config.shopUrl })
})
const app = await createServer(
  {
    placeOrder,
    findOrder: id => findOrder(shop, id),
    settleSession: config.settle === undefined ? async () => false : createSettleSession(config.settle)
  },
  config.logLevel
)

await createDatabase(config.shopDatabaseUrl).catch(refuse)
await createTables(shop)
const hear = createHear(shop)
const listener = listen({
  redisUrl: config.redisUrl,
  hear: async announcement => {
    await hear(announcement)
    app.log.info({ announcement: announcement.id, kind: announcement.kind }, 'heard')
  },
  onError
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    setTimeout(() => process.exit(1), CLOSE_WITHIN_MS).unref()
    await Promise.allSettled([app.close(), listener.stop()])
    await Promise.allSettled([shop.end(), paidonce.end()])
  })
}

await app.listen({ host: config.host, port: config.port })
app.log.info('ready')

function readOrExit() {
  try {
    return readConfig(process.env)
  } catch (error) {
    return refuse(error)
  }
}

/** Says what to mend and ends; anything unforeseen ends with its stack. */
function refuse(error: unknown): never {
  if (!(error instanceof BadSettings || error instanceof NoDatabase)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
