import { readFileSync } from 'node:fs'
import * as read from '@paidonce/shared/read-environment'
import { z } from 'zod'

type Environment = Readonly<Record<string, string | undefined>>

const Settings = z.object({ DATABASE_URL: read.postgresUrl })

/**
 * The database to look at: DATABASE_URL, else that of the running `npm start`. Throws a sentence that says what to do.
 */
export function databaseUrl(env: Environment): string {
  if (env.DATABASE_URL || env.DATABASE_URL_FILE) return read.readEnvironment(Settings, env).DATABASE_URL
  try {
    const run: unknown = JSON.parse(readFileSync('.local/run.json', 'utf8'))
    return (run as { databaseUrl: string }).databaseUrl
  } catch {
    throw new Error('No database to look at: start one with `npm start`, or set DATABASE_URL.')
  }
}
