import { readFileSync } from 'node:fs'
import * as read from '@paidonce/shared/read-environment'
import { z } from 'zod'

type Environment = Readonly<Record<string, string | undefined>>

/** The database to look at: DATABASE_URL, else that of the running `npm start`. Throws a sentence that says what to do. */
export const databaseUrl = (env: Environment): string =>
  isGiven(env, 'DATABASE_URL')
    ? read.readEnvironment(z.object({ DATABASE_URL: read.postgresUrl }), env).DATABASE_URL
    : ofRunning('databaseUrl', 'No database to look at: start one with `npm start`, or set DATABASE_URL.')

/** The Redis to look at: REDIS_URL, else that of the running `npm start`. Throws a sentence that says what to do. */
export const redisUrl = (env: Environment): string =>
  isGiven(env, 'REDIS_URL')
    ? read.readEnvironment(z.object({ REDIS_URL: read.redisUrl }), env).REDIS_URL
    : ofRunning('redisUrl', 'No Redis to look at: start one with `npm start`, or set REDIS_URL.')

const isGiven = (env: Environment, name: string) => Boolean(env[name] || env[`${name}_FILE`])

function ofRunning(place: 'databaseUrl' | 'redisUrl', otherwise: string): string {
  try {
    const run: unknown = JSON.parse(readFileSync('.local/run.json', 'utf8'))
    return (run as Readonly<Record<typeof place, string>>)[place]
  } catch {
    throw new Error(otherwise)
  }
}
