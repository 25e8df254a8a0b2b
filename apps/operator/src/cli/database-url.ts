import { readFileSync } from 'node:fs'

/**
 * The database to look at: DATABASE_URL, else that of the running `npm start`. Throws a sentence that says what to do.
 */
export function databaseUrl(env: Readonly<Record<string, string | undefined>>): string {
  if (env.DATABASE_URL !== undefined && env.DATABASE_URL !== '') return env.DATABASE_URL
  try {
    const run: unknown = JSON.parse(readFileSync('.local/run.json', 'utf8'))
    return (run as { databaseUrl: string }).databaseUrl
  } catch {
    throw new Error('No database to look at: start one with `npm start`, or set DATABASE_URL.')
  }
}
