export type Config = Readonly<{
  host: string
  port: number
  /** Where buyers reach the shop; Stripe sends them back there. */
  shopUrl: string
  shopDatabaseUrl: string
  paidonceDatabaseUrl: string
  redisUrl: string
  /** Where paidonce settles a session at once, if it does. */
  settle: Readonly<{ url: string; token: string }> | undefined
  stripeSecretKey: string
  /** Instead of Stripe itself. */
  stripeApiUrl: URL | undefined
  logLevel: string
}>

type Environment = Readonly<Record<string, string | undefined>>

/** Throws BadSettings with every problem at once, and never a value. */
export function readConfig(env: Environment): Config {
  const problems: string[] = []
  const read = (name: string, rule: Rule, standard?: string): string => {
    const text = env[name] || standard
    if (text === undefined) problems.push(`  ${name} is required: ${rule.says}`)
    else if (!rule.allows(text)) problems.push(`  ${name} is not usable: ${rule.says}`)
    return text ?? ''
  }

  const port = read('PORT', PORT, '4420')
  const stripeApiUrl = env.STRIPE_API_URL ? read('STRIPE_API_URL', WEB_URL) : undefined
  const settleUrl = env.PAIDONCE_SETTLE_URL ? read('PAIDONCE_SETTLE_URL', WEB_URL) : undefined
  const settle = settleUrl && { url: settleUrl, token: read('PAIDONCE_SETTLE_TOKEN', TOKEN) }
  const config = {
    host: read('HOST', ANY, '127.0.0.1'),
    port: Number(port),
    shopUrl: read('SHOP_URL', WEB_URL, `http://127.0.0.1:${port}`).replace(/\/+$/, ''),
    shopDatabaseUrl: read('SHOP_DATABASE_URL', POSTGRES_URL),
    paidonceDatabaseUrl: read('PAIDONCE_DATABASE_URL', POSTGRES_URL),
    redisUrl: read('REDIS_URL', REDIS_URL),
    settle: settle || undefined,
    stripeSecretKey: read('STRIPE_SECRET_KEY', TEST_KEY),
    logLevel: read('LOG_LEVEL', LEVEL, 'info')
  }
  if (problems.length > 0) throw new BadSettings(`Settings are missing or wrong:\n${problems.join('\n')}`)
  return { ...config, stripeApiUrl: stripeApiUrl === undefined ? undefined : new URL(stripeApiUrl) }
}

/** The shop cannot start with these settings; the message says what to mend. */
export class BadSettings extends Error {
  override readonly name = 'BadSettings'
}

type Rule = Readonly<{ allows: (text: string) => boolean; says: string }>

const url = (protocols: RegExp, says: string): Rule => ({
  allows: text => URL.canParse(text) && protocols.test(new URL(text).protocol),
  says
})

const ANY: Rule = { allows: () => true, says: '' }
const WEB_URL = url(/^https?:$/, 'a http:// or https:// URL')
const POSTGRES_URL = url(/^postgres(ql)?:$/, 'a postgres:// URL')
const REDIS_URL = url(/^rediss?:$/, 'a redis:// or rediss:// URL, that of paidonce')
const TOKEN: Rule = { allows: text => text !== '', says: 'the SETTLE_TOKEN of paidonce' }
const PORT: Rule = {
  allows: text => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535,
  says: 'a port, 1 to 65535'
}
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']
const LEVEL: Rule = { allows: text => LEVELS.includes(text), says: `one of ${LEVELS.join(', ')}` }
const TEST_KEY: Rule = {
  allows: text => /^[sr]k_test_\w+$/.test(text),
  says: 'a test key of Stripe, which begins with sk_test_ or rk_test_. An example that ships nothing must not take real money'
}
