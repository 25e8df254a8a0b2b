import { readFileSync } from 'node:fs'
import * as read from '@paidonce/shared/read-environment'
import { z } from 'zod'

type Environment = Readonly<Record<string, string | undefined>>

/** The database to look at: DATABASE_URL, else that of the running `npm start`. Throws a sentence that says what to do. */
export const databaseUrl = (env: Environment): string =>
  isGiven(env, 'DATABASE_URL')
    ? read.readEnvironment(z.object({ DATABASE_URL: read.postgresUrl }), env).DATABASE_URL
    : ofRunning(
        env,
        'DATABASE_URL',
        'No database to look at: start one with `npm start`, or set DATABASE_URL.'
      )

/** The Redis to look at: REDIS_URL, else that of the running `npm start`. Throws a sentence that says what to do. */
export const redisUrl = (env: Environment): string =>
  isGiven(env, 'REDIS_URL')
    ? read.readEnvironment(z.object({ REDIS_URL: read.redisUrl }), env).REDIS_URL
    : ofRunning(env, 'REDIS_URL', 'No Redis to look at: start one with `npm start`, or set REDIS_URL.')

/** Stripe's API and a key for it: STRIPE_SECRET_KEY, else what stands in for Stripe at the running `npm start`. */
export function stripeAccess(env: Environment): Readonly<{ key: string; apiUrl: URL }> {
  if (isGiven(env, 'STRIPE_SECRET_KEY')) {
    const { STRIPE_SECRET_KEY: key, STRIPE_API_URL: apiUrl } = read.readEnvironment(StripeEnvironment, env)
    return { key, apiUrl: new URL(apiUrl) }
  }
  const apiUrl = ofRunning(
    env,
    'STRIPE_SECRET_KEY',
    'No Stripe to ask: start `npm start`, or set STRIPE_SECRET_KEY.'
  )
  return { key: 'sk_test_twin', apiUrl: new URL(apiUrl) }
}

const StripeEnvironment = z.object({
  STRIPE_SECRET_KEY: z.string(),
  STRIPE_API_URL: z.url().default('https://api.stripe.com')
})

/** Of the servers, those that the user gave: with one of them, none is taken from the running `npm start`. */
const givenServers = (env: Environment) => ['DATABASE_URL', 'REDIS_URL'].filter(name => isGiven(env, name))

const isGiven = (env: Environment, name: string) => Boolean(env[name] || env[`${name}_FILE`])

type Twin = Readonly<{ key: string; apiUrl: string; webhookUrl: string }>

/** What stands in for Stripe in the running `npm start`, if its servers are looked at, and the user has no key. */
export function runningTwin(env: Environment): Twin | undefined {
  const { twinUrl, webhookUrl } = givenServers(env).length > 0 ? {} : running()
  return twinUrl && webhookUrl ? { key: 'sk_test_twin', apiUrl: twinUrl, webhookUrl } : undefined
}

type Run = Readonly<Partial<Record<'databaseUrl' | 'redisUrl' | 'twinUrl' | 'webhookUrl', string>>>

/** What the running `npm start` wrote down; nothing if none runs. */
function running(): Run {
  try {
    return JSON.parse(readFileSync('.local/run.json', 'utf8'))
  } catch {
    return {}
  }
}

const PLACES = { DATABASE_URL: 'databaseUrl', REDIS_URL: 'redisUrl', STRIPE_SECRET_KEY: 'twinUrl' } as const

/** A shop's own servers and those of a demonstration are never mixed: what one invented would be settled in the other. */
function ofRunning(env: Environment, name: keyof typeof PLACES, otherwise: string): string {
  const [given] = givenServers(env)
  if (given !== undefined)
    throw new Error(`${given} is set and ${name} is not: set both, or neither for the running \`npm start\`.`)
  const url = running()[PLACES[name]]
  if (url === undefined) throw new Error(otherwise)
  return url
}
