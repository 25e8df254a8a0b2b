import { readFileSync } from 'node:fs'
import * as read from '@paidonce/shared/read-environment'
import { z } from 'zod'

type Environment = Readonly<Record<string, string | undefined>>

const Settings = z.object({ REDIS_URL: read.redisUrl })

/** The Redis to look at: REDIS_URL, else that of the running `npm start`. Throws a sentence that says what to do. */
export function redisUrl(env: Environment): string {
  if (env.REDIS_URL || env.REDIS_URL_FILE) return read.readEnvironment(Settings, env).REDIS_URL
  try {
    const run: unknown = JSON.parse(readFileSync('.local/run.json', 'utf8'))
    return (run as { redisUrl: string }).redisUrl
  } catch {
    throw new Error('No Redis to look at: start one with `npm start`, or set REDIS_URL.')
  }
}
