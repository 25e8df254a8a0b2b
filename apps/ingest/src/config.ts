import { MOST_EVENT_QUEUES } from '@paidonce/shared/queues'
import * as read from '@paidonce/shared/read-environment'
import { z } from 'zod'

/** Every setting of the ingest. A secret has no default. */
export const IngestEnvironment = z.object({
  STRIPE_WEBHOOK_SECRET: read.list.refine(
    secrets => secrets.every(secret => /^whsec_\S+$/.test(secret)),
    'every secret is whsec_ and what follows it at Stripe'
  ),
  STRIPE_MODE: read.stripeMode,
  REDIS_URL: read.redisUrl,
  OWN_FACTS: z.string().optional(),
  EVENT_QUEUES: z.coerce.number().int().min(1).max(MOST_EVENT_QUEUES).default(1),
  BACKLOG_LIMIT: z.coerce.number().int().min(1).default(1_000_000),
  HOST: z.string().default('0.0.0.0'),
  PORT: read.port.default(4400),
  HEALTH_HOST: z.string().default('127.0.0.1'),
  HEALTH_PORT: read.port.default(4401),
  DRAIN_MS: read.milliseconds.default(5_000),
  SHUTDOWN_GRACE_MS: read.milliseconds.default(15_000),
  LOG_LEVEL: read.logLevel.default('info')
})

export type IngestConfig = Readonly<z.output<typeof IngestEnvironment>>

/** Throws BadEnvironment with every problem at once. */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): IngestConfig =>
  read.readEnvironment(IngestEnvironment, env)
