import assert from 'node:assert/strict'
import { test } from 'node:test'
import { migrate } from '@paidonce/ledger/migrate'
import pg from 'pg'
import { emptyDatabase, openLedger, ownDatabase } from '../support/own-database.ts'
import { ownRedis } from '../support/own-redis.ts'
import { runApp, startApp } from '../support/start-app.ts'
import { testStack } from '../support/test-stack.ts'

const environment = (databaseUrl: string, redisUrl: string) => ({
  DATABASE_URL: databaseUrl,
  REDIS_URL: redisUrl,
  SMTP_URL: testStack().smtpUrl,
  MAIL_FROM: 'Test Shop <shop@example.com>',
  STRIPE_MODE: 'test'
})

test('many processes that start at once on an empty database all find its tables', async t => {
  const url = await emptyDatabase(t)
  const done = await Promise.all(Array.from({ length: 5 }, () => migrate(url)))
  assert.ok(done.filter(names => names.length > 0).length === 1)
  const { rows } = await openLedger(t, url).pool.query('select count(*)::int as n from orders')
  assert.equal(rows[0].n, 0)
})

test('two workers that start at once on an empty database both serve', async t => {
  const env = environment(await emptyDatabase(t), await ownRedis(t))
  await Promise.all([startApp(t, 'worker', env), startApp(t, 'worker', env)])
})

test('a migration that fails stops the start, and the log says so', async t => {
  const url = await emptyDatabase(t)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('create table orders (in_the_way int)')
  await client.end()

  const worker = runApp(t, 'worker', environment(url, await ownRedis(t)))
  assert.notEqual((await worker.ended).code, 0)
  assert.match(worker.lines.join('\n'), /migration/)
  assert.doesNotMatch(worker.lines.join('\n'), /"msg":"ready"/)
})

test('a database of the other mode is refused in one sentence', async t => {
  const url = await ownDatabase(t)
  await openLedger(t, url).pool.query(`insert into paidonce (mode) values ('live')`)
  const worker = runApp(t, 'worker', environment(url, await ownRedis(t)))
  assert.equal((await worker.ended).code, 1)
  assert.match(worker.lines.join('\n'), /holds live orders and STRIPE_MODE is test/)
})

test('bad settings are named all at once, without their values and without a stack', async t => {
  const worker = runApp(t, 'worker', {
    DATABASE_URL: 'mysql://secret@host',
    STRIPE_MODE: 'sandbox',
    LETTER_RETRY_FOR: '2 days'
  })
  assert.equal((await worker.ended).code, 1)
  const said = worker.lines.join('\n')
  for (const name of [
    'DATABASE_URL',
    'REDIS_URL',
    'STRIPE_MODE',
    'SMTP_URL',
    'MAIL_FROM',
    'LETTER_RETRY_FOR'
  ]) {
    assert.match(said, new RegExp(`^ +${name} `, 'm'))
  }
  assert.doesNotMatch(said, /secret|sandbox|2 days|\n +at /)
})
