import type { TestContext } from 'node:test'
import { freePort } from '@paidonce/local-stack/free-port'
import { startMail } from '@paidonce/local-stack/mail/start-mail'
import { openOutcomes } from '@paidonce/stripe-twin/postgres/read-outcomes'
import { openQueueCounts } from '@paidonce/stripe-twin/redis/queue-counts'
import { emptyDatabase, openLedger } from '../support/own-database.ts'
import { ownRedis } from '../support/own-redis.ts'
import { SECRET } from '../support/shop.ts'
import { ROOT } from '../support/sources.ts'
import { openQueues } from './open-queues.ts'
import { type Program, startProgram } from './start-program.ts'
import { askWitness } from './witness.ts'

export type Stage = Awaited<ReturnType<typeof setStage>>

/** One shop's database, Redis and mail server, on which programs of two releases come and go. `old` is the folder of the previous one. */
export async function setStage(t: TestContext, old: string) {
  const [databaseUrl, redisUrl, mail, port] = [
    await emptyDatabase(t),
    await ownRedis(t),
    await startMail(),
    await freePort()
  ]
  t.after(() => mail.stop())
  const common = { REDIS_URL: redisUrl, STRIPE_MODE: 'test' }
  const settings = {
    ingest: { ...common, HOST: '127.0.0.1', PORT: `${port}`, DRAIN_MS: '0', STRIPE_WEBHOOK_SECRET: SECRET },
    worker: {
      ...common,
      DATABASE_URL: databaseUrl,
      SMTP_URL: mail.smtpUrl,
      MAIL_FROM: 'Shop <shop@example.com>'
    }
  }
  const ledger = openLedger(t, databaseUrl)
  const queues = openQueues(t, redisUrl)
  const outcomes = await openOutcomes(databaseUrl)
  const counts = await openQueueCounts(redisUrl)
  t.after(async () => {
    await outcomes.close()
    await counts.close()
  })

  const programs: Program[] = []
  const start = async (age: 'old' | 'new', app: 'ingest' | 'worker') => {
    const health = app === 'ingest' ? { HEALTH_PORT: `${await freePort()}` } : undefined
    // Nobody measures what the tests run of an old release.
    const unmeasured = age === 'old' ? { NODE_V8_COVERAGE: '' } : undefined
    const program = await startProgram(t, {
      name: `${age} ${app}`,
      app,
      release: age === 'old' ? old : ROOT,
      env: { ...settings[app], ...health, ...unmeasured }
    })
    programs.push(program)
    return program
  }

  return {
    databaseUrl,
    ledger,
    queues,
    books: { readOutcomes: outcomes.readOutcomes, countQueues: counts.countQueues },
    target: { url: `http://127.0.0.1:${port}/webhook`, secret: SECRET },
    caughtIds: () => new Set(mail.letters().map(({ messageId }) => messageId)),
    start,
    /** The first thing that shows that something is wrong; undefined while all is well. */
    complaint: async (): Promise<string | undefined> =>
      programs.map(program => program.complaint()).find(Boolean) ??
      (await queues.complaint()) ??
      (await askWitness(ledger))[0]
  }
}
