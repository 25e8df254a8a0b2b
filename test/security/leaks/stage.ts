import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { freePort } from '@paidonce/local-stack/free-port'
import pg from 'pg'
import { OPERATIONS } from '../../operations/alerts.ts'
import { ownPostgresServer } from '../../support/own-postgres-server.ts'
import { ownRedisServer } from '../../support/own-redis-server.ts'
import { startShop } from '../../support/shop.ts'
import { startHostileMailServer } from './hostile-mail-server.ts'
import { passwordOf, SECRETS } from './marks.ts'
import { createSender } from './sender.ts'

export type Stage = Awaited<ReturnType<typeof setStage>>

/** A whole paidonce that talks as much as it can, on servers that each want a password, in an empty folder. */
export async function setStage(t: TestContext) {
  const postgres = await ownPostgresServer(t)
  const redis = await ownRedisServer(t, { args: ['--appendfsync', 'always', ...aclOf('shop')] })
  const mail = await startHostileMailServer(t)
  const databaseUrl = await databaseOf('shop', postgres.url)
  const redisUrl = withPassword(redis.url, 'shop', 'password of Redis')
  const folder = await emptyFolder(t)
  const workerHealthPort = await freePort()

  const env = { LOG_LEVEL: 'trace', TMPDIR: folder, HOME: folder }
  const shop = await startShop(t, {
    databaseUrl,
    redisUrl,
    env: { ...env, STRIPE_WEBHOOK_SECRET: `${SECRETS.older},${SECRETS.current}` },
    workerEnv: {
      SMTP_URL: mail.url,
      OPERATIONS_EMAIL: OPERATIONS,
      HEALTH_PORT: `${workerHealthPort}`,
      STUCK_AFTER: '3s'
    }
  })
  const healthUrls = [shop.healthUrl, `http://127.0.0.1:${workerHealthPort}`]
  const sender = createSender({ url: shop.url, healthUrls })
  const programs: { name: string; lines: readonly string[] }[] = [
    { name: 'ingest', lines: shop.ingest.lines },
    ...shop.workers.map(({ lines }) => ({ name: 'worker', lines }))
  ]
  return {
    postgres,
    redis,
    mail,
    shop,
    env,
    ...sender,
    /** Every program that ran so far, and what it wrote. */
    programs,
    logOf: (name: string) =>
      programs
        .filter(program => program.name === name)
        .flatMap(({ lines }) => lines)
        .join('\n'),
    files: () => readdir(folder, { recursive: true })
  }
}

export const isForOperations = (letter: string) => letter.includes(`\r\nTo: ${OPERATIONS}\r\n`)

/** Redis's own user without a password stays, for the test's starter looks whether it answers. */
const aclOf = (user: string) => [
  '--user',
  user,
  'on',
  `>${passwordOf('password of Redis')}`,
  '~*',
  '&*',
  '+@all'
]

type Password = Parameters<typeof passwordOf>[0]

export function withPassword(server: string, user: string, password: Password): string {
  const url = new URL(server)
  url.username = user
  url.password = encodeURIComponent(passwordOf(password))
  return url.href
}

/** A database that belongs to a role with a password. */
async function databaseOf(role: string, server: string): Promise<string> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  const password = client.escapeLiteral(passwordOf('password of PostgreSQL'))
  await client.query(`create role ${role} login password ${password}`)
  await client.query(`create database ${role} owner ${role}`)
  await client.end()
  const url = new URL(withPassword(server, role, 'password of PostgreSQL'))
  url.pathname = `/${role}`
  return url.href
}

/** Where programs run and put what they put somewhere; what they start from is this process's own folder. */
async function emptyFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'paidonce-leaks-'))
  const before = process.cwd()
  process.chdir(folder)
  t.after(async () => {
    process.chdir(before)
    await rm(folder, { recursive: true, force: true })
  })
  return folder
}
