import type { TestContext } from 'node:test'
import type { Ledger } from '@paidonce/ledger/pool'
import type { Role } from '@paidonce/ledger/users/user'
import { freePort } from '@paidonce/local-stack/free-port'
import { addUser } from '@paidonce/operator/operations/users/manage-users'
import { openLedger, ownDatabase } from './own-database.ts'
import { ownRedis } from './own-redis.ts'
import { startApp } from './start-app.ts'

export const PASSWORD = 'a password for tests'

type Given = Readonly<{ databaseUrl?: string; redisUrl?: string; env?: Readonly<Record<string, string>> }>

export type Console = Readonly<{
  url: string
  ledger: Ledger
  redisUrl: string
  databaseUrl: string
  /** Everything that it wrote. */
  lines: readonly string[]
}>

/** The console as a real process, with the users "olga" (operator) and "vera" (viewer). */
export async function startConsole(t: TestContext, given: Given = {}): Promise<Console> {
  const databaseUrl = given.databaseUrl ?? (await ownDatabase(t))
  const redisUrl = given.redisUrl ?? (await ownRedis(t))
  const port = await freePort()
  const { lines } = await startApp(t, 'operator', {
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    CONSOLE_PORT: `${port}`,
    ...given.env
  })
  const ledger = openLedger(t, databaseUrl)
  const users: readonly (readonly [string, Role])[] = [
    ['olga', 'operator'],
    ['vera', 'viewer']
  ]
  for (const [name, role] of users) await addUser(ledger, { name, role, password: PASSWORD, by: 'a test' })
  return { url: `http://127.0.0.1:${port}`, ledger, redisUrl, databaseUrl, lines }
}
