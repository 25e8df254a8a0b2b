import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { freePort } from '@paidonce/local-stack/free-port'
import { runApp, startApp } from '../support/start-app.ts'

const GOOD = {
  STRIPE_WEBHOOK_SECRET: 'whsec_marker1',
  STRIPE_MODE: 'test',
  REDIS_URL: 'redis://:marker2@127.0.0.1:1'
}

test('without any setting the ingest says all that it needs, in a few lines, and ends', async t => {
  assert.deepEqual(await outcomeOf(t, {}), {
    code: 1,
    lines: [
      'Settings are missing or wrong:',
      '  STRIPE_WEBHOOK_SECRET is required',
      '  STRIPE_MODE is required',
      '  REDIS_URL is required',
      'See docs/configuration.md.'
    ]
  })
})

/** [the settings that are wrong, the names that must be told, and no others]. */
const BAD: readonly (readonly [env: Readonly<Record<string, string>>, names: readonly string[]])[] = [
  [{ STRIPE_WEBHOOK_SECRET: '' }, ['STRIPE_WEBHOOK_SECRET']],
  [{ STRIPE_WEBHOOK_SECRET: ' ' }, ['STRIPE_WEBHOOK_SECRET']],
  [{ STRIPE_WEBHOOK_SECRET: 'whsec_marker1,,whsec_marker2' }, ['STRIPE_WEBHOOK_SECRET']],
  [{ STRIPE_WEBHOOK_SECRET: 'whsec_marker1,' }, ['STRIPE_WEBHOOK_SECRET']],
  [{ STRIPE_WEBHOOK_SECRET: 'sk_test_marker1' }, ['STRIPE_WEBHOOK_SECRET']],
  [{ STRIPE_WEBHOOK_SECRET: 'whsec_' }, ['STRIPE_WEBHOOK_SECRET']],
  [{ STRIPE_WEBHOOK_SECRET: 'whsec_marker1 whsec_marker2' }, ['STRIPE_WEBHOOK_SECRET']],
  [{ STRIPE_MODE: 'marker1' }, ['STRIPE_MODE']],
  [{ REDIS_URL: 'http://marker1' }, ['REDIS_URL']],
  [{ PORT: 'marker1', HEALTH_PORT: '0' }, ['PORT', 'HEALTH_PORT']],
  [{ EVENT_QUEUES: '0', BACKLOG_LIMIT: '-1' }, ['EVENT_QUEUES', 'BACKLOG_LIMIT']],
  [{ DRAIN_MS: '5s', SHUTDOWN_GRACE_MS: '1.5' }, ['DRAIN_MS', 'SHUTDOWN_GRACE_MS']],
  [{ LOG_LEVEL: 'marker1', STRIPE_MODE: '' }, ['STRIPE_MODE', 'LOG_LEVEL']]
]

// One that starts all the same would never end by itself.
const LIMIT = { timeout: 30_000 }

for (const [env, names] of BAD) {
  test(`with ${JSON.stringify(env)} it does not start, and says why without the value`, LIMIT, async t => {
    const { code, lines } = await outcomeOf(t, { ...GOOD, ...env })
    assert.equal(code, 1)
    assert.deepEqual([...new Set(lines.slice(1, -1).map(line => line.trim().split(' ')[0]))], names)
    assert.doesNotMatch(lines.join('\n'), /marker| {4}at /)
  })
}

test('a secret lost between two commas is named as such', LIMIT, async t => {
  const { lines } = await outcomeOf(t, { ...GOOD, STRIPE_WEBHOOK_SECRET: 'whsec_a,,whsec_b' })
  assert.ok(lines.includes('  STRIPE_WEBHOOK_SECRET is not usable: has an empty part between its commas'))
})

test('when its port is taken it says so in one line and ends', async t => {
  const ports = { PORT: `${await freePort()}`, HEALTH_PORT: `${await freePort()}`, HOST: '127.0.0.1' }
  await startApp(t, 'ingest', { ...GOOD, ...ports })
  const { code, lines } = await outcomeOf(t, { ...GOOD, ...ports })
  assert.equal(code, 1)
  const told = lines.filter(line => line.includes('EADDRINUSE'))
  assert.equal(told.length, 1, lines.join('\n'))
  assert.match(told[0] ?? '', /"level":60.*address already in use/)
  assert.doesNotMatch(lines.join('\n'), /marker| {4}at /)
})

async function outcomeOf(t: TestContext, env: Readonly<Record<string, string>>) {
  const app = runApp(t, 'ingest', env)
  const { code } = await app.ended
  return { code, lines: app.lines }
}
