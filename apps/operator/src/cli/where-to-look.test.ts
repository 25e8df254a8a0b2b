import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { databaseUrl, redisUrl, runningTwin, stripeAccess } from './where-to-look.ts'

const RUN = {
  databaseUrl: 'postgres://127.0.0.1/demo',
  redisUrl: 'redis://127.0.0.1:1',
  twinUrl: 'http://127.0.0.1:2',
  webhookUrl: 'http://127.0.0.1:3/webhook'
}
const OWN = 'postgres://db.shop.example/paidonce'

function whileStarted(t: TestContext, run: object | undefined = RUN): void {
  const [folder, before] = [mkdtempSync(join(tmpdir(), 'paidonce-')), process.cwd()]
  mkdirSync(join(folder, '.local'))
  if (run !== undefined) writeFileSync(join(folder, '.local/run.json'), JSON.stringify(run))
  process.chdir(folder)
  t.after(() => {
    process.chdir(before)
    rmSync(folder, { recursive: true })
  })
}

test('without settings everything is that of the running npm start', t => {
  whileStarted(t)
  assert.deepEqual(
    [databaseUrl({}), redisUrl({}), stripeAccess({}).apiUrl.port, runningTwin({})?.webhookUrl],
    [RUN.databaseUrl, RUN.redisUrl, '2', RUN.webhookUrl]
  )
})

test('a shop’s own server is not mixed with those of the running npm start', t => {
  whileStarted(t)
  const own = { DATABASE_URL: OWN }
  assert.equal(databaseUrl(own), OWN)
  assert.throws(() => redisUrl(own), /^Error: DATABASE_URL is set and REDIS_URL is not: set both/)
  assert.throws(() => stripeAccess(own), /^Error: DATABASE_URL is set and STRIPE_SECRET_KEY is not/)
  assert.throws(
    () => databaseUrl({ REDIS_URL_FILE: 'x' }),
    /^Error: REDIS_URL is set and DATABASE_URL is not/
  )
  assert.equal(runningTwin(own), undefined)
})

test('where nothing runs, what to do is said', t => {
  whileStarted(t, {})
  assert.throws(() => databaseUrl({}), /start one with `npm start`, or set DATABASE_URL/)
  assert.throws(() => stripeAccess({}), /set STRIPE_SECRET_KEY/)
})
