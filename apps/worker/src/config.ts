import { DEFAULT_ORDER_ID_FROM, isOrderIdPlace, ORDER_ID_PLACES } from '@paidonce/core/facts/reading'
import { LETTER_KNOWLEDGE } from '@paidonce/core/letters/shop-rules'
import { isLetterKind, LETTER_KIND_NAMES, LETTER_KINDS } from '@paidonce/core/orders/letter-kinds'
import { isAddress } from '@paidonce/shared/address'
import { letterSettings, sender } from '@paidonce/shared/letter-settings'
import { MOST_EVENT_QUEUES } from '@paidonce/shared/queues'
import * as read from '@paidonce/shared/read-environment'
import { z } from 'zod'
import { smtpUrl } from './smtp/smtp-url.ts'

const isAccount = (part: string): part is `acct_${string}` => /^acct_[A-Za-z0-9]{1,200}$/.test(part)

/** Every setting of the worker. A secret has no default. */
export const WorkerEnvironment = z.object({
  DATABASE_URL: read.postgresUrl,
  REDIS_URL: read.redisUrl,
  STRIPE_MODE: read.stripeMode,
  EVENT_QUEUES: z.coerce.number().int().min(1).max(MOST_EVENT_QUEUES).default(1),
  CONCURRENCY: z.coerce.number().int().min(1).max(1_000).default(200),
  PG_NAMED_STATEMENTS: read.onOff.default(true),
  ORDER_ID_FROM: read.listOf(isOrderIdPlace, ORDER_ID_PLACES).default([...DEFAULT_ORDER_ID_FROM]),
  OWN_FACTS: z.string().optional(),
  REQUIRE_REGISTRATION: read.onOff.default(false),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_(test|live)_\S+$/, 'must be a key of Stripe: sk_… or, better, a restricted rk_…')
    .optional(),
  STRIPE_API_URL: z.url({ protocol: /^https?$/, error: 'must be a URL' }).default('https://api.stripe.com'),
  STRIPE_REQUESTS_PER_SECOND: z.coerce.number().int().min(1).max(100).default(20),
  LINE_ITEMS_WAIT: read.duration.default(5_000),
  SWEEP_EVERY: z
    .union(
      [z.literal('off'), read.duration.refine(ms => ms > 0)],
      'must be off, or a number and s, m, h or d, such as 5m'
    )
    .default(5 * 60_000),
  SWEEP_AFTER: read.duration.default(5 * 60_000),
  SWEEP_BACK: read.duration.optional(),
  SWEEP_ACCOUNTS: read.listOf(isAccount, 'each is the id of a connected account, acct_…').optional(),
  RECONCILE_AT: z
    .string()
    .regex(/^(off|([01]\d|2[0-3]):[0-5]\d)$/, 'must be off, or a time of day in UTC such as 03:15')
    .default('03:15'),
  RECONCILE_SINCE: read.duration.default(14 * 86_400_000),
  SMTP_URL: smtpUrl,
  MAIL_FROM: sender,
  MAIL_REPLY_TO: sender.optional(),
  ...letterSettings(LETTER_KNOWLEDGE),
  LETTERS: read.listOf(isLetterKind, LETTER_KIND_NAMES).default([...LETTER_KINDS]),
  DECLINED_LETTER_AFTER: read.duration.default(15 * 60_000),
  LETTER_RETRY_FOR: read.duration.default(36 * 3_600_000),
  PAYLOAD_DAYS: z.coerce.number().int().min(0).max(36_500).default(90),
  OPERATIONS_EMAIL: read.listOf(isAddress, 'must be addresses, such as a@shop.example').optional(),
  OPERATIONS_EMAIL_EVERY: read.duration.default(15 * 60_000),
  SETTLE_HOST: z.string().default('127.0.0.1'),
  SETTLE_PORT: read.port.optional(),
  SETTLE_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,200}$/, 'must be 16 to 200 characters without blanks, best of chance')
    .optional(),
  HEALTH_HOST: z.string().default('127.0.0.1'),
  HEALTH_PORT: read.port.optional(),
  STUCK_AFTER: read.duration.default(2 * 60_000),
  SHUTDOWN_GRACE_MS: read.milliseconds.default(20_000),
  LOG_LEVEL: read.logLevel.default('info')
})

export type WorkerConfig = Readonly<z.output<typeof WorkerEnvironment>>

/** Throws BadEnvironment with every problem at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): WorkerConfig {
  const config = read.readEnvironment(WorkerEnvironment, env)
  const problems = disagreements(config)
  if (problems.length > 0)
    throw new read.BadEnvironment(`Settings are missing or wrong:\n  ${problems.join('\n  ')}`)
  return config
}

/** What each setting may say, but not beside the others. */
function disagreements(config: WorkerConfig): string[] {
  const { STRIPE_SECRET_KEY: key, STRIPE_MODE: mode, SETTLE_PORT, SETTLE_TOKEN } = config
  const problems: string[] = []
  if (key !== undefined && !key.includes(`_${mode}_`))
    problems.push(`STRIPE_SECRET_KEY is of the other mode: STRIPE_MODE is ${mode}`)
  if (SETTLE_PORT !== undefined && key === undefined)
    problems.push('STRIPE_SECRET_KEY is required: SETTLE_PORT is set, and Stripe has to be asked')
  if (SETTLE_PORT !== undefined && SETTLE_TOKEN === undefined)
    problems.push('SETTLE_TOKEN is required: SETTLE_PORT is set, and not everybody may use it')
  return problems
}

/** Where sessions are settled for the shop at once, if at all. */
export const settlePlace = ({ SETTLE_HOST: host, SETTLE_PORT: port, SETTLE_TOKEN: token }: WorkerConfig) =>
  port === undefined || token === undefined ? undefined : { host, port, token }
