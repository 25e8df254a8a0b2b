import { createClient } from '@paidonce/stripe-api/create-client'
import { type EndpointsReport, lookAtEndpoints } from '@paidonce/stripe-api/look-at-endpoints'
import { lookAtRedis, type SeenRedis } from '../../redis/look-at-redis.ts'
import { judgeEndpoints } from './endpoints/judge-endpoints.ts'
import type { Finding, Report, Unseen } from './finding.ts'
import { judgeClock } from './judge-clocks.ts'
import { lookAtLedger, type SeenLedger } from './look-at-ledger.ts'
import { judgePostgres } from './servers/judge-postgres.ts'
import { judgeQueues } from './servers/judge-queues.ts'
import { judgeRedisServer } from './servers/judge-redis.ts'
import { judgeWork } from './servers/judge-work.ts'
import { judgeFailures } from './signatures/judge-failures.ts'
import { judgeSecrets } from './signatures/judge-secrets.ts'

export type Places = Readonly<{
  /** Each throws a sentence where nothing is set. */
  databaseUrl: () => string
  redisUrl: () => string
  stripe: Readonly<{ key: string; apiUrl: URL }> | undefined
}>

export type Settings = Readonly<{
  mode: 'test' | 'live' | undefined
  webhookUrl: string | undefined
  ownTypes: readonly string[]
  /** Marks of the secrets set where the doctor runs, if any are. */
  secrets: readonly string[] | undefined
}>

/** Looks at Stripe's endpoints, Redis and PostgreSQL, each for itself, and judges them. Reads alone. */
export async function examine(places: Places, settings: Settings): Promise<Report> {
  const { stripe } = places
  const [ledger, redis, atStripe] = await Promise.all([
    tried('PostgreSQL', async () => await lookAtLedger(places.databaseUrl())),
    tried('Redis', async () => await lookAtRedis(places.redisUrl())),
    stripe === undefined
      ? WITHOUT_KEY
      : tried('Stripe', () => lookAtEndpoints(createClient({ ...stripe, requestsPerSecond: 5 })))
  ])
  const nowMs = Date.now()
  const mode = settings.mode ?? ledger.seen?.work?.mode ?? undefined
  const notes = redis.seen?.notes
  const findings: readonly (readonly Finding[])[] = [
    atStripe.seen === undefined ? [] : endpointFindings(atStripe.seen, { ...settings, mode }),
    notes === undefined
      ? []
      : [...judgeSecrets(notes, settings.secrets, nowMs), ...judgeFailures(notes, nowMs)],
    [
      { whose: 'Stripe’s', seen: atStripe.seen },
      { whose: 'Redis’s', seen: redis.seen },
      { whose: 'PostgreSQL’s', seen: ledger.seen?.server }
    ].flatMap(({ whose, seen }) =>
      seen?.aheadMs === undefined ? [] : [judgeClock({ whose, aheadMs: seen.aheadMs })]
    ),
    redis.seen === undefined ? [] : judgeRedisServer(redis.seen),
    ledger.seen === undefined ? [] : judgePostgres(ledger.seen.server),
    workFindings(ledger.seen?.work, redis.seen?.jobs, settings.mode, nowMs)
  ]
  return {
    findings: findings.flat(),
    unseen: [ledger, redis, atStripe].flatMap(({ unseen }) => unseen ?? [])
  }
}

const endpointFindings = (
  { endpoints, apiVersion }: EndpointsReport,
  { webhookUrl: url, mode, ownTypes }: Settings
): Finding[] => judgeEndpoints(endpoints, { url, mode, ownTypes, apiVersion })

/** Of the queues alone where the ledger was not seen. */
function workFindings(
  work: SeenLedger['work'],
  jobs: SeenRedis['jobs'] | undefined,
  mode: Settings['mode'],
  nowMs: number
): Finding[] {
  if (work !== undefined) return judgeWork({ work, pauses: work.pauses, jobs, mode, nowMs })
  return jobs === undefined ? [] : judgeQueues(jobs, [], nowMs)
}

type Tried<Seen> = Readonly<{ seen?: Seen; unseen?: Unseen }>

const WITHOUT_KEY: Tried<EndpointsReport> = {
  unseen: {
    place: 'Stripe',
    why: 'no STRIPE_SECRET_KEY: whether the endpoint is enabled, sends what we act on and leads here cannot be told',
    isFault: false
  }
}

async function tried<Seen>(place: string, look: () => Promise<Seen>): Promise<Tried<Seen>> {
  try {
    return { seen: await look() }
  } catch (error) {
    return { unseen: { place, why: error instanceof Error ? error.message : 'it failed', isFault: true } }
  }
}
