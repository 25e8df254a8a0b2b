import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findPlace } from './find-place.ts'
import { UsageError } from './usage-error.ts'

const runFile = {
  webhookUrl: 'http://127.0.0.1:4400/webhook',
  webhookSecret: 'whsec_started',
  databaseUrl: 'postgres://started/db',
  redisUrl: 'redis://started',
  twinUrl: 'http://127.0.0.1:4410'
}
const env = {
  STRIPE_WEBHOOK_SECRET: 'whsec_new,whsec_old',
  DATABASE_URL: 'postgres://shell/db',
  REDIS_URL: 'redis://shell'
}
const to = 'http://elsewhere.example/webhook'

test('what `npm start` wrote down is where it goes, whatever the shell is set up for', () => {
  assert.deepEqual(findPlace({ options: {}, env, runFile }), {
    target: { url: runFile.webhookUrl, secret: 'whsec_started' },
    databaseUrl: runFile.databaseUrl,
    redisUrl: runFile.redisUrl,
    twinUrl: runFile.twinUrl
  })
})

test('with --to the environment counts, and of several secrets the first', () => {
  assert.deepEqual(findPlace({ options: { to }, env, runFile }), {
    target: { url: to, secret: 'whsec_new' },
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    twinUrl: undefined
  })
})

test('--to a door of the same stack needs nothing more', () => {
  const { target, databaseUrl } = findPlace({ options: { to }, env: {}, runFile })
  assert.deepEqual(target, { url: to, secret: 'whsec_started' })
  assert.equal(databaseUrl, runFile.databaseUrl)
})

test('--secret comes before everything', () => {
  assert.equal(findPlace({ options: { to, secret: 'whsec_own' }, env, runFile }).target.secret, 'whsec_own')
  assert.equal(findPlace({ options: { secret: 'whsec_own' }, env, runFile }).target.secret, 'whsec_own')
})

for (const [what, options, sentence] of [
  ['where to deliver', {}, /Nothing runs here: start it with `npm start`/],
  ['the secret', { to }, /What should it be signed with\?/],
  ['where to look', { to, secret: 'whsec_own', check: true }, /set DATABASE_URL and REDIS_URL/]
] as const) {
  test(`without ${what} a sentence says what to do`, () => {
    assert.throws(() => findPlace({ options, env: {}, runFile: undefined }), sentence)
    assert.throws(() => findPlace({ options, env: {}, runFile: undefined }), UsageError)
  })
}

test('what gets lost is listed somewhere, or nobody could find it', () => {
  assert.throws(
    () => findPlace({ options: { to, lose: 0.1 }, env, runFile: undefined }),
    /--lose needs a twin/
  )
  const twin = 'http://127.0.0.1:4410'
  assert.equal(findPlace({ options: { to, lose: 0.1, twin }, env, runFile: undefined }).twinUrl, twin)
})
