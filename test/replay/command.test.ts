import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { replay } from '@paidonce/operator/cli/replay'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { outcomeOf } from '../support/outcome.ts'
import { runOperator } from '../support/run-operator.ts'
import { type Shop, startShop } from '../support/shop.ts'
import { linesOf } from '../support/start-app.ts'
import { enqueue, refuse } from './replaying.ts'

const MAIN = fileURLToPath(new URL('../../../apps/operator/dist/cli/main.js', import.meta.url))
const SHIM = fileURLToPath(new URL('../../../apps/operator/bin/paidonce.mjs', import.meta.url))
const PERSON = ['--by', 'ann', '--why', 'mended']
const TYPE = 'checkout.session.async_payment_failed'

const envOf = ({ databaseUrl, redisUrl }: Shop) => ({
  DATABASE_URL: databaseUrl,
  REDIS_URL: redisUrl,
  ORDER_ID_FROM: 'metadata.order_id'
})

/** As a person types it. By the shim it is two processes, and a group of their own as in a terminal. */
function typed(t: TestContext, shop: Shop, program: string, ...argv: readonly string[]) {
  const child = spawn(process.execPath, [program, 'replay', ...argv], {
    detached: program === SHIM,
    env: { PATH: process.env.PATH ?? '', ...envOf(shop) },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  t.after(() => child.kill('SIGKILL'))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  return { child, lines: linesOf(child), ended }
}

test('what failed is replayed from the command line', async t => {
  const shop = await startShop(t)
  const say = (...argv: readonly string[]) => runOperator(replay, argv, envOf(shop))
  const count = async (what: string) =>
    Number((await shop.ledger.pool.query(`select count(*) as n from ${what}`)).rows[0].n)
  const events = Array.from({ length: 12 }, (_, n) =>
    checkoutEvent('async_payment_failed', { order: `o${n}`, payment: `pi_o${n}` })
  )
  const mend = await refuse(shop, TYPE)
  await enqueue(shop, events)
  await eventually(async () => assert.equal(await shop.events.getFailedCount(), 12))
  await mend()

  await t.test('while Redis is away nothing is written down that could run later', async () => {
    const away = { ...envOf(shop), REDIS_URL: 'redis://127.0.0.1:1' }
    await assert.rejects(
      runOperator(replay, ['--failed', '--yes', ...PERSON], away),
      /^Error: Redis cannot be read/
    )
    assert.equal(await count('replays'), 0)
  })

  await t.test('a dry run says what would become of each order, and does nothing', async () => {
    const { code, out } = await say('--failed', '--type', TYPE, '--dry-run')
    assert.equal(code, 0)
    assert.match(
      out,
      /order o7 {3}new\n {2}status +none → payment_failed\n.*\n {2}letter +pi_o7 payment_failed/
    )
    assert.match(
      out,
      /12 events would be read again: 12 orders would change, 12 letters would go out, 12 announcements would go out$/
    )
    const json = JSON.parse(
      (await say('--failed', '--limit', '2', '--dry-run', '--json', '--skip-letters')).out
    )
    assert.deepEqual([json.events, json.changes.length, json.skipsLetters], [2, 2, true])
    assert.equal(await count('replays'), 0)
  })

  await t.test('without a yes, over the cap, or where there is nothing, nothing is done', async () => {
    assert.match((await say('--failed', ...PERSON)).err, /^Nothing was done: nobody said yes/)
    await assert.rejects(say('--failed', '--cap', '5', '--yes', ...PERSON), /more than 5 events/)
    const { code, err } = await say('--error', 'NONE', '--yes', ...PERSON)
    assert.deepEqual([code, err], [1, 'There is no such event.'])
    assert.equal(await count('replays'), 0)
  })

  await t.test('killed in the middle and resumed, it comes to its end and doubles nothing', async () => {
    const { child, ended } = typed(
      t,
      shop,
      MAIN,
      '--failed',
      '--limit',
      '6',
      '--pace',
      '1',
      '--yes',
      ...PERSON
    )
    await eventually(async () => assert.ok((await count('replay_events where queued is not null')) >= 1))
    child.kill('SIGKILL')
    await ended
    assert.ok((await count('replay_events where queued is not null')) < 6)
    // So long nobody else goes on with it: whoever died might live.
    await shop.ledger.pool.query(`update replays set leased = now() - interval '1 s'`)
    const { code, out } = await say('--resume', '1')
    assert.deepEqual([code, out], [0, 'replay 1: 6 of 6 queued, 6 finished'])
  })

  await t.test('Ctrl-C stops it, nobody goes on with it unasked, and it can be ended for good', async () => {
    const { child, lines, ended } = typed(t, shop, SHIM, '--failed', '--pace', '1', '--yes', ...PERSON)
    await eventually(async () =>
      assert.ok((await count('replay_events where replay = 2 and queued is not null')) >= 1)
    )
    assert.ok(child.pid)
    process.kill(-child.pid, 'SIGINT')
    assert.equal(await ended, 1)
    assert.match(
      lines.join('\n'),
      /^Stopped\. To go on: replay --resume 2\. To end it for good: replay --abort 2$/m
    )
    const { rows } = await shop.ledger.pool.query('select runner, aborted from replays where id = 2')
    assert.deepEqual(rows, [{ runner: 'paused', aborted: null }])

    assert.equal((await say('--abort', '2', '--by', 'ann')).code, 0)
    const { code, out } = await say('--resume', '2', '--json')
    assert.deepEqual([code, JSON.parse(out).state], [1, 'aborted'])
    assert.ok((await count('events where finished is null')) > 0)
  })

  await t.test('how they went is listed, the newest first', async () => {
    const { out } = await say('--list')
    const [heading, ...lines] = out.split('\n').map(line => line.split(/ {2,}/))
    assert.deepEqual(heading?.slice(0, 4), ['replay', 'begun', 'state', 'events'])
    assert.deepEqual(
      lines.map(([id, , state]) => [id, state]),
      [
        ['2', 'aborted'],
        ['1', 'finished']
      ]
    )
    const [newest, ...others] = JSON.parse((await say('--list', '--limit', '1', '--json')).out)
    assert.deepEqual([newest.id, newest.who, others.length], ['2', 'ann', 0])
  })

  await t.test('the rest without letters, as JSON; all fulfil what they must, once', async () => {
    const { code, out } = await say('--type', TYPE, '--skip-letters', '--yes', '--json', ...PERSON)
    const { total, finished, failed, state } = JSON.parse(out)
    assert.deepEqual([code, total, finished, failed, state], [0, 12, 12, 0, 'finished'])
    assert.equal(await shop.events.getFailedCount(), 0)
    for (const { data } of events as readonly StripeEvent[]) {
      const { order_id: order } = data.object.metadata as { order_id: string }
      const { status, letters } = await outcomeOf(shop.ledger, order)
      assert.deepEqual([status, letters.length], ['payment_failed', 1])
    }
    const withheld = await count(`letters where reason = 'replayed without letters'`)
    assert.ok(withheld >= 1 && withheld < 12, `${withheld} letters were withheld`)
  })

  await t.test(
    'an event that fails again, or is not known, is named, and the exit code says so',
    async () => {
      const { code, out } = await say('evt_unknown', '--yes', ...PERSON)
      assert.equal(code, 1)
      assert.match(out, /^evt_unknown: the ledger does not know it\nreplay 4: 0 of 1 queued/)
    }
  )
})

test('what cannot be meant is said in a sentence', async () => {
  for (const [argv, sentence] of [
    [[], 'say which events'],
    [['--failed'], 'a replay needs --by and --why'],
    [['evt_1', '--failed', '--dry-run'], 'either ids, or what'],
    [['pi_1', '--dry-run'], 'the id of an event begins with evt_'],
    [['--failed', '--state', 'finished', '--dry-run'], 'either --failed or --state'],
    [['--since', 'yesterday', '--dry-run'], '--since and --until take a time'],
    [['--failed', '--pace', '0', ...PERSON], '--pace needs a number'],
    [['--resume', 'x'], '--resume or --abort needs the number'],
    [['--abort', '1'], '--abort needs --by'],
    [['--rebuild'], 'There is no option --rebuild.'],
    [['--resum', '1'], 'There is no option --resum. Did you mean --resume?']
  ] as const) {
    const { code, err } = await runOperator(replay, argv, {})
    assert.equal(code, 2)
    assert.ok(err.toLowerCase().startsWith(sentence.toLowerCase()), err)
    assert.match(err, /\nHelp: npx --no-install paidonce replay --help$/)
  }
})
