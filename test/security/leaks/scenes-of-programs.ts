import assert from 'node:assert/strict'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '@paidonce/local-stack/free-port'
import { eventually } from '../../support/eventually.ts'
import { runApp } from '../../support/start-app.ts'
import { MARKS, SECRETS } from './marks.ts'
import { runOrder } from './run-order.ts'
import type { Scene } from './scenes-of-deliveries.ts'
import { markedEvent } from './sender.ts'
import { withPassword } from './stage.ts'

const MISTYPED = MARKS['mistyped secret']

/** Settings that are no use, each with a secret in it. A program names all that are wrong at once. */
const UNUSABLE = {
  ingest: [
    {
      STRIPE_WEBHOOK_SECRET: `${SECRETS.current},,${MISTYPED}`,
      REDIS_URL: `http://a:${MISTYPED}@127.0.0.1:1`
    },
    { REDIS_URL: `redis://a:${MISTYPED}%zz@127.0.0.1:1` }
  ],
  worker: [
    {
      DATABASE_URL: `mysql://a:${MISTYPED}@127.0.0.1:1`,
      SMTP_URL: `http://a:${MISTYPED}@127.0.0.1:1`,
      REDIS_URL: `redis://a:${MISTYPED}/x@127.0.0.1:1`
    }
  ]
} as const

/** What happens to the programs themselves. */
export const STARTS_AND_ENDS: Readonly<Record<string, Scene>> = {
  'a worker is killed and another takes over': async ({ deliver, shop, programs }) => {
    const events = Array.from({ length: 20 }, (_, n) => markedEvent('completed', `k${n}`))
    for (const event of events) assert.equal(await deliver(event), 200)
    shop.workers[0]?.kill('SIGKILL')
    const { lines } = await shop.startWorker()
    programs.push({ name: 'worker', lines })
    await shop.finished(events)
  },

  'settings are no use': async ({ env, shop, programs, postgres, redis }, t) => {
    const secretFile = join(env.TMPDIR, 'secret')
    const ports = { HOST: '127.0.0.1', PORT: `${await freePort()}`, HEALTH_PORT: `${await freePort()}` }
    const common = { ...env, STRIPE_MODE: 'test', REDIS_URL: shop.redisUrl }
    const settings = {
      ingest: { ...common, ...ports, STRIPE_WEBHOOK_SECRET: SECRETS.current, DRAIN_MS: '0' },
      worker: {
        ...common,
        DATABASE_URL: shop.databaseUrl,
        SMTP_URL: 'smtp://127.0.0.1:1',
        MAIL_FROM: 'shop@example.com'
      }
    }
    const run = (name: 'ingest' | 'worker', wrong: Readonly<Record<string, string>>) => {
      const app = runApp(t, name, { ...settings[name], ...wrong })
      programs.push({ name, lines: app.lines })
      return app
    }
    const refuses = async (name: 'ingest' | 'worker', wrong: Readonly<Record<string, string>>) =>
      assert.equal((await run(name, wrong).ended).code, 1, JSON.stringify(wrong))

    writeFileSync(secretFile, MISTYPED)
    await Promise.all([
      refuses('ingest', { STRIPE_WEBHOOK_SECRET: '', STRIPE_WEBHOOK_SECRET_FILE: secretFile }),
      refuses('worker', { DATABASE_URL: withPassword(postgres.url, 'shop', 'wrong password') }),
      ...UNUSABLE.ingest.map(wrong => refuses('ingest', wrong)),
      ...UNUSABLE.worker.map(wrong => refuses('worker', wrong))
    ])
    rmSync(secretFile)
    const refused = run('ingest', { REDIS_URL: withPassword(redis.url, 'shop', 'wrong password') })
    await eventually(() => assert.match(refused.lines.join('\n'), /WRONGPASS/))
    refused.kill('SIGTERM')
    await refused.ended
  },

  'an operator looks': async ({ shop, postgres, programs, env }) => {
    const DATABASE_URL = shop.databaseUrl
    const order = async (name: string, args: readonly string[], url = DATABASE_URL) => {
      const { code, lines } = await runOrder(args, { ...env, DATABASE_URL: url })
      programs.push({ name, lines })
      return code
    }
    assert.equal(await order('npm run order', ['o2']), 0)
    assert.equal(await order('npm run order --json', ['o2', '--json']), 0)
    assert.equal(await order('npm run order, in vain', ['none']), 1)
    const wrong = withPassword(postgres.url, 'shop', 'wrong password')
    for (const url of [wrong, `mysql://shop:${MISTYPED}@127.0.0.1:1/shop`])
      assert.equal(await order('npm run order, in vain', ['o2'], url), 2)
  },

  'a worker is stuck, and ends': async ({ deliver, shop, logOf, programs, askForHealth }) => {
    await shop.events.setGlobalConcurrency(0)
    const event = markedEvent('completed', 's1')
    assert.equal(await deliver(event), 200)
    await eventually(() => assert.match(logOf('worker'), /STUCK_WORKER/))
    await shop.events.removeGlobalConcurrency()
    programs.push({ name: 'worker', lines: (await shop.startWorker()).lines })
    await shop.finished([event])
    await askForHealth()
  }
}
