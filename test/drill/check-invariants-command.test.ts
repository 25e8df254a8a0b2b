import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Report } from '@paidonce/invariants/tally'
import { checkInvariantsCommand } from '@paidonce/operator/cli/check-invariants'
import { finishedRun } from './invariants/finished-run.ts'

const LATER = new Date(Date.now() - 3_600_000).toISOString()

async function command(argv: readonly string[], env: Readonly<Record<string, string>>) {
  const said = { out: '', err: '' }
  const code = await checkInvariantsCommand(argv, env, {
    out: text => {
      said.out += text
    },
    err: text => {
      said.err += text
    }
  })
  return { code, ...said }
}

async function system(t: TestContext) {
  const run = await finishedRun(t)
  const env = { DATABASE_URL: run.databaseUrl, REDIS_URL: run.redisUrl }
  return { ...run, ask: (...argv: readonly string[]) => command(argv, env), env }
}

test('of a system in which all holds it says so, with exit code 0', async t => {
  const { ask } = await system(t)
  const { code, out } = await ask()
  assert.equal(code, 0)
  assert.match(out, /looked at 3 orders, 4 events, 0 jobs\n\nall that could be judged holds/)
})

test('what is violated is named, with exit code 1', async t => {
  const { ask, plant } = await system(t)
  await plant(`update orders set status = 'pending', changed = '${LATER}' where id = 'paid'`)
  const { code, out } = await ask()
  assert.equal(code, 1)
  assert.match(out, /VIOLATED {2}each order has the status .* \(1\)\n {2}order paid: its status is pending/)
})

test('what is still on its way is counted, and a fault when nothing should be', async t => {
  const { ask, plant } = await system(t)
  await plant('update announcements set done = null')
  const patient = await ask()
  assert.equal(patient.code, 0)
  assert.match(patient.out, /not judged yet\n +3 {3}each announcement was completed/)
  assert.equal((await ask('--drained')).code, 1)
})

test('--json gives all of it, and nothing of a customer', async t => {
  const { ask, plant } = await system(t)
  await plant(`delete from letters`)
  await plant(`update orders set changed = '${LATER}'`)
  const { code, out } = await ask('--json')
  const { violations } = JSON.parse(out) as Report
  assert.equal(code, 1)
  assert.deepEqual(
    violations.map(({ concerns }) => concerns),
    [{ order: 'failed', payment: 'pi_failed' }]
  )
  assert.doesNotMatch(out, /example\.com|Ann/)
})

test('the rules that it judges by are those of the workers', async t => {
  const { env, plant } = await system(t)
  await plant(`update orders set changed = '${LATER}'`)
  const { out } = await command([], { ...env, REQUIRE_REGISTRATION: 'on' })
  assert.match(out, /order paid: mismatches: none; its facts give unregistered/)
})

test('misused, it says how to use it', async t => {
  const { ask } = await system(t)
  const { code, err } = await ask('--wet')
  assert.equal(code, 2)
  assert.match(err, /--wet.*paidonce check-invariants/s)
  assert.match((await ask('--help')).out, /Reads only/)
})

test('servers that do not answer are a sentence, and hold no secret', async t => {
  const { env } = await system(t)
  for (const [name, url, says] of [
    ['DATABASE_URL', 'postgres://shop:hush@127.0.0.1:1/shop', /PostgreSQL cannot be reached/],
    ['REDIS_URL', 'redis://:hush@127.0.0.1:1', /Redis cannot be read/]
  ] as const) {
    await assert.rejects(command([], { ...env, [name]: url }), error => {
      assert.match(String(error), says)
      assert.doesNotMatch(String(error), /hush/)
      return true
    })
  }
})
