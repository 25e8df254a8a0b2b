import type { Ports } from './settings.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** Where the parts of a running `npm start` are. */
export type Places = Readonly<{
  databaseUrl: string
  redisUrl: string
  smtpUrl: string
  webhookSecret: string
  /** What the shop says when it asks the worker to settle. */
  settleToken: string
  ports: Ports
}>

/** What every app gets: what the user set, and over it what only this run can know. */
export function appEnvironment(user: Environment, { redisUrl, webhookSecret }: Places): Environment {
  const { NODE_ENV: _, ...kept } = user
  return {
    STRIPE_MODE: 'test',
    ...kept,
    REDIS_URL: redisUrl,
    // Events that we sign ourselves and those that a real Stripe account forwards are both taken.
    STRIPE_WEBHOOK_SECRET: [webhookSecret, user.STRIPE_WEBHOOK_SECRET].filter(Boolean).join(',')
  }
}

/** What the ingest gets besides. Nobody balances load here, so it need not serve on while one looks away. */
export function ingestEnvironment({ ports }: Places): Environment {
  return { HOST: '127.0.0.1', PORT: String(ports.webhook), HEALTH_PORT: String(ports.health), DRAIN_MS: '0' }
}

/** What the stand-in for Stripe gets besides. It signs with our own secret, which the ingest knows. */
export function twinEnvironment({ webhookSecret, ports }: Places): Environment {
  return {
    HOST: '127.0.0.1',
    PORT: String(ports.twin),
    WEBHOOK_URL: webhookUrl(ports),
    STRIPE_WEBHOOK_SECRET: webhookSecret
  }
}

/** What the example shop gets besides: a database of its own, and Stripe if the user has a key, else what stands in for it. */
export function shopEnvironment({ databaseUrl, settleToken, ports }: Places, user: Environment): Environment {
  const shopDatabase = new URL(databaseUrl)
  shopDatabase.pathname = '/shop'
  return {
    HOST: '127.0.0.1',
    PORT: String(ports.shop),
    SHOP_URL: shopUrl(ports),
    SHOP_DATABASE_URL: shopDatabase.href,
    PAIDONCE_DATABASE_URL: databaseUrl,
    PAIDONCE_SETTLE_URL: `http://127.0.0.1:${ports.settle}`,
    PAIDONCE_SETTLE_TOKEN: settleToken,
    ...stripeApi(ports, user)
  }
}

/** Stripe, if the user has a key, else what stands in for it. */
function stripeApi(ports: Ports, user: Environment): Environment {
  return hasStripeKey(user)
    ? { STRIPE_SECRET_KEY: user.STRIPE_SECRET_KEY, STRIPE_API_URL: undefined }
    : { STRIPE_SECRET_KEY: 'sk_test_twin', STRIPE_API_URL: twinUrl(ports) }
}

/** What the console gets besides. It previews as the worker does, so it has the same settings. */
export const consoleEnvironment = (places: Places, user: Environment): Environment => ({
  ...workerEnvironment(places, user),
  CONSOLE_HOST: '127.0.0.1',
  CONSOLE_PORT: String(places.ports.console),
  // The endpoint at what stands in for Stripe; a real one leads here by a URL that only the user knows.
  ...(!hasStripeKey(user) && { WEBHOOK_URL: webhookUrl(places.ports) })
})

export const consoleUrl = (ports: Ports): string => `http://127.0.0.1:${ports.console}`
export const twinUrl = (ports: Ports): string => `http://127.0.0.1:${ports.twin}`
export const hasStripeKey = (user: Environment): boolean => Boolean(user.STRIPE_SECRET_KEY)
/** An example that ships nothing takes no real money. */
export const maySell = (user: Environment): boolean =>
  user.STRIPE_MODE !== 'live' && (!hasStripeKey(user) || /^[sr]k_test_/.test(user.STRIPE_SECRET_KEY ?? ''))
export const webhookUrl = (ports: Ports): string => `http://127.0.0.1:${ports.webhook}/webhook`
export const shopUrl = (ports: Ports): string => `http://127.0.0.1:${ports.shop}`

/** What the worker gets besides. A shop's own name and address for orders are kept. */
export function workerEnvironment(
  { databaseUrl, smtpUrl, settleToken, ports }: Places,
  user: Environment
): Environment {
  // The stand-in knows no live mode.
  const knowsStripe = user.STRIPE_MODE !== 'live' || hasStripeKey(user)
  return {
    ...(knowsStripe && stripeApi(ports, user)),
    ...(knowsStripe && { SETTLE_PORT: String(ports.settle), SETTLE_TOKEN: settleToken }),
    MAIL_FROM: user.MAIL_FROM || 'Demo Shop <shop@example.com>',
    // Nobody who tries it out waits a quarter of an hour.
    DECLINED_LETTER_AFTER: user.DECLINED_LETTER_AFTER || '5s',
    OPERATIONS_EMAIL_EVERY: user.OPERATIONS_EMAIL_EVERY || '1m',
    OPERATIONS_EMAIL: user.OPERATIONS_EMAIL || 'operations@shop.example',
    ORDER_URL: user.ORDER_URL || 'https://shop.example/orders/{order}',
    DATABASE_URL: databaseUrl,
    SMTP_URL: smtpUrl
  }
}
