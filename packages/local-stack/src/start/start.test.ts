import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import {
  appEnvironment,
  ingestEnvironment,
  maySell,
  shopEnvironment,
  twinEnvironment,
  workerEnvironment
} from './app-environment.ts'
import { appsFor, unusedPorts } from './apps.ts'
import { createLogView } from './log-view.ts'
import { runApp } from './run-app.ts'
import { writeRunFile } from './run-file.ts'
import { readPorts } from './settings.ts'
import { webhookSecret } from './webhook-secret.ts'

const ports = readPorts({})
const places = {
  databaseUrl: 'postgres://d',
  redisUrl: 'redis://r',
  smtpUrl: 'smtp://s',
  webhookSecret: 'whsec_ours',
  settleToken: 'token_ours',
  ports
}

function folderFor(t: TestContext): string {
  const dir = mkdtempSync(join(tmpdir(), 'paidonce-start-'))
  t.after(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

test('ports are ours by default, away from those of installed servers, and moved by their variables', () => {
  assert.deepEqual(ports, {
    webhook: 4400,
    health: 4401,
    settle: 4402,
    twin: 4410,
    shop: 4420,
    console: 4450,
    mail: 4480,
    smtp: 4425,
    postgres: 4432,
    redis: 4479
  })
  assert.equal(readPorts({ PAIDONCE_REDIS_PORT: '7000' }).redis, 7000)
})

test('all bad ports are named at once, and so is one given twice', () => {
  assert.throws(() => readPorts({ PAIDONCE_MAIL_PORT: 'x', PAIDONCE_SMTP_PORT: '70000' }), {
    message: /MAIL_PORT.*\n.*SMTP_PORT/
  })
  assert.throws(() => readPorts({ PAIDONCE_MAIL_PORT: '4432' }), { message: /port 4432 is given twice/ })
})

test("apps get this run's servers whatever the user's environment says", () => {
  const user = { REDIS_URL: 'redis://live', NODE_ENV: 'production', DATABASE_URL: 'postgres://live' }
  assert.equal(appEnvironment(user, places).REDIS_URL, 'redis://r')
  assert.equal(appEnvironment(user, places).NODE_ENV, undefined)
  assert.equal(workerEnvironment(places, user).DATABASE_URL, 'postgres://d')
  assert.equal(ingestEnvironment(places).HOST, '127.0.0.1')
})

test("the user's own signing secret is accepted beside ours", () => {
  assert.equal(appEnvironment({}, places).STRIPE_WEBHOOK_SECRET, 'whsec_ours')
  const both = appEnvironment({ STRIPE_WEBHOOK_SECRET: 'whsec_theirs' }, places)
  assert.equal(both.STRIPE_WEBHOOK_SECRET, 'whsec_ours,whsec_theirs')
})

test('the mode is test unless the user says otherwise, and so are the shop texts', () => {
  assert.equal(appEnvironment({}, places).STRIPE_MODE, 'test')
  assert.equal(appEnvironment({ STRIPE_MODE: 'live' }, places).STRIPE_MODE, 'live')
  assert.equal(workerEnvironment(places, {}).MAIL_FROM, 'Demo Shop <shop@example.com>')
  assert.equal(workerEnvironment(places, {}).OPERATIONS_EMAIL, 'operations@shop.example')
  assert.equal(workerEnvironment(places, { MAIL_FROM: 'A <a@b.c>' }).MAIL_FROM, 'A <a@b.c>')
})

const withShop = (user = {}) => ({ withShop: true, user })
const names = (wish: Parameters<typeof appsFor>[0]) => appsFor(wish).map(({ name }) => name)

test('something stands in for Stripe, unless the user has a key of Stripe', () => {
  assert.deepEqual(names({ withShop: false, user: {} }), ['stripe', 'worker', 'ingest', 'console'])
  assert.deepEqual(names(withShop()), ['stripe', 'worker', 'ingest', 'console', 'shop'])
  assert.deepEqual(names(withShop({ STRIPE_SECRET_KEY: 'sk_test_a' })), [
    'worker',
    'ingest',
    'console',
    'shop'
  ])
  assert.deepEqual(names(withShop({ STRIPE_SECRET_KEY: '' })), [
    'stripe',
    'worker',
    'ingest',
    'console',
    'shop'
  ])
})

test('a port that nobody will listen on need not be free', () => {
  assert.deepEqual(unusedPorts({ withShop: false, user: {} }), ['shop'])
  assert.deepEqual(unusedPorts(withShop()), [])
  assert.deepEqual(unusedPorts(withShop({ STRIPE_SECRET_KEY: 'sk_test_a' })), ['twin'])
})

test('the shop talks to Stripe with the key of the user, else to what stands in for it', () => {
  const given = { STRIPE_SECRET_KEY: 'sk_test_a', STRIPE_API_URL: 'http://elsewhere' }
  const own = shopEnvironment({ ...places, databaseUrl: 'postgres://d/paidonce' }, given)
  assert.equal(own.STRIPE_SECRET_KEY, 'sk_test_a')
  assert.equal(own.STRIPE_API_URL, undefined)
  assert.equal(own.SHOP_DATABASE_URL, 'postgres://d/shop')

  const twin = shopEnvironment({ ...places, databaseUrl: 'postgres://d/paidonce' }, {})
  assert.equal(twin.STRIPE_SECRET_KEY, 'sk_test_twin')
  assert.equal(twin.STRIPE_API_URL, `http://127.0.0.1:${ports.twin}`)
  assert.equal(twinEnvironment(places).STRIPE_WEBHOOK_SECRET, 'whsec_ours')
})

test('the secret is made once, kept, and readable by this user alone', t => {
  const dir = folderFor(t)
  const secret = webhookSecret(dir)
  assert.match(secret, /^whsec_[\w-]{32}$/)
  assert.equal(webhookSecret(dir), secret)
  assert.equal(statSync(join(dir, 'webhook-secret')).mode & 0o777, 0o600)
})

test('the run file is readable by this user alone and found through the link beside the folder', t => {
  const dir = join(folderFor(t), 'start')
  mkdirSync(dir)
  const file = {
    webhookUrl: 'w',
    webhookSecret: 's',
    databaseUrl: 'd',
    redisUrl: 'r',
    smtpUrl: 'm',
    mailUrl: 'p',
    consoleUrl: 'c'
  }
  writeRunFile(dir, file)
  writeRunFile(dir, file)
  assert.equal(statSync(join(dir, 'run.json')).mode & 0o777, 0o600)
  assert.deepEqual(JSON.parse(readFileSync(join(dir, '..', 'run.json'), 'utf8')), file)
})

test('the shop sells through a test key or none, and never where money is real', () => {
  const may = [{}, { STRIPE_SECRET_KEY: 'rk_test_a' }, { STRIPE_MODE: 'test' }].map(maySell)
  const mayNot = [{ STRIPE_MODE: 'live' }, { STRIPE_SECRET_KEY: 'sk_live_a' }].map(maySell)
  assert.deepEqual([...may, ...mayNot], [true, true, true, false, false])
})

function logged(lines: readonly object[] | readonly string[], talking = true): string {
  let text = ''
  const view = createLogView({
    write: more => {
      text += more
    },
    color: false
  })
  if (talking) view.talk()
  for (const line of lines) view.show('ingest', typeof line === 'string' ? line : JSON.stringify(line))
  return text
}

test('a log line is short: time, app, message, fields; an error by its code and text', () => {
  const err = { code: 'ECONNREFUSED', text: 'connect' }
  const text = logged([{ level: 40, time: 0, name: 'ingest', msg: 'redis', err, event: 'evt_1' }])
  assert.match(text, /^\d\d:\d\d:\d\d ingest WARN: redis {2}err=ECONNREFUSED: connect {2}event=evt_1\n$/)
})

test('while starting only warnings show, and the ready lines never', () => {
  const lines = [
    { level: 30, msg: 'opened' },
    { level: 30, msg: 'ready' },
    { level: 40, msg: 'careful' }
  ]
  assert.match(logged(lines, false), /^[^\n]*careful\n$/)
  assert.match(logged(lines), /^[^\n]*opened\n[^\n]*careful\n$/)
})

test('nothing a stranger wrote moves the cursor', () => {
  const text = logged([{ level: 30, time: 0, msg: 'queued', type: 'a\u001b[2Jb\r\nc' }])
  assert.match(text, /type=a \[2Jb c\n$/)
})

const quietly = { root: '/', env: {}, show: () => undefined }

function appOf(t: TestContext, source: string) {
  const path = join(folderFor(t), 'main.mjs')
  writeFileSync(path, source)
  return { name: 'ingest', main: path, environment: () => ({}) }
}

test('an app runs once it says ready, and stops when asked to', async t => {
  const source = `console.log('{"level":30,"msg":"ready"}'); setInterval(() => {}, 1000); process.on('SIGTERM', () => process.exit(0))`
  const running = await runApp({ ...quietly, app: appOf(t, source) })
  await running.stop()
})

test('an app that ends before it is ready is an error that ends with its last lines', async t => {
  const app = appOf(
    t,
    `console.log('{"level":30,"msg":"opening","at":1}'); console.error('PORT is required'); process.exitCode = 1`
  )
  await assert.rejects(runApp({ ...quietly, app }), {
    message: /^ingest did not start \(exit code 1\).*opening {2}at=1\n *PORT is required/s
  })
})

test('an app that ends later is told with its last lines', async t => {
  const app = appOf(
    t,
    `console.log('{"level":30,"msg":"ready"}'); setInterval(() => { console.error('boom'); process.exit(3) }, 50)`
  )
  const running = await runApp({ ...quietly, app })
  assert.match(await running.endedByItself, /^ingest ended by itself \(exit code 3\).*boom/s)
})
