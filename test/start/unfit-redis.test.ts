import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { freePort } from '@paidonce/local-stack/free-port'
import { eventually } from '../support/eventually.ts'
import { ownDatabase } from '../support/own-database.ts'
import { ownRedisServer } from '../support/own-redis-server.ts'
import { runApp } from '../support/start-app.ts'
import { startIngest } from '../support/start-ingest.ts'
import { testStack } from '../support/test-stack.ts'

const LIMIT = { timeout: 60_000 }
const EVICTING = ['--maxmemory', '100mb', '--maxmemory-policy', 'allkeys-lru']

for (const app of ['ingest', 'worker'] as const) {
  test(`the ${app} ends at a Redis that evicts, and says how to mend it`, LIMIT, async t => {
    const { url } = await ownRedisServer(t, { args: EVICTING })
    const program = runApp(t, app, { STRIPE_MODE: 'test', REDIS_URL: url, ...(await settingsOf[app](t)) })
    assert.equal((await program.ended).code, 1)
    assert.match(program.lines.join('\n'), /"code":"UNFIT_REDIS".*set maxmemory-policy noeviction/)
  })
}

const settingsOf = {
  ingest: async () => ({
    STRIPE_WEBHOOK_SECRET: 'whsec_a',
    HOST: '127.0.0.1',
    PORT: `${await freePort()}`,
    HEALTH_PORT: `${await freePort()}`,
    DRAIN_MS: '0'
  }),
  worker: async (t: TestContext) => ({
    DATABASE_URL: await ownDatabase(t),
    SMTP_URL: testStack().smtpUrl,
    MAIL_FROM: 'shop@example.com'
  })
}

test('a Redis without AOF is used, with a warning', async t => {
  const redis = await ownRedisServer(t, { args: ['--appendonly', 'no'] })
  const { app } = await startIngest(t, { redisUrl: redis.url })
  await eventually(() => assert.match(app.lines.join('\n'), /"level":40,.*appendonly yes/))
})
