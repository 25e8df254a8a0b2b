import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { FACTS } from '@paidonce/core/facts/table'
import { doctor } from '@paidonce/operator/cli/doctor'
import type { Report } from '@paidonce/operator/operations/doctor/finding'
import { eventQueueName } from '@paidonce/shared/queues'
import { startTwin } from '@paidonce/stripe-twin/api/start-twin'
import { Queue } from 'bullmq'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { emptyDatabase, openLedger, ownDatabase } from '../support/own-database.ts'
import { openRedis, ownRedis } from '../support/own-redis.ts'
import { runOperator } from '../support/run-operator.ts'
import { signatureOf } from '../support/signature.ts'
import { signed, startIngest } from '../support/start-ingest.ts'

const URL_OF_OURS = 'https://hooks.shop.example/webhook'
const SECRETS = ['whsec_hush1', 'whsec_hush2'] as const
const KEY = 'sk_test_hush'

const ENDPOINT = { url: URL_OF_OURS, enabled_events: Object.keys(FACTS) }

/** A system in which all is well, but that its Redis may take all memory, as the tests' own may. */
async function system(t: TestContext) {
  const [databaseUrl, redisUrl] = [await ownDatabase(t), await ownRedis(t)]
  const twin = await startTwin({
    target: { url: 'http://127.0.0.1:1/webhook', secret: SECRETS[0] },
    onError: error => assert.fail(error)
  })
  t.after(() => twin.stop())
  twin.endpoints.set([ENDPOINT])
  const env = {
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    STRIPE_SECRET_KEY: KEY,
    STRIPE_API_URL: twin.url,
    STRIPE_MODE: 'test',
    STRIPE_WEBHOOK_SECRET: SECRETS.join()
  }
  const ask = async (argv: readonly string[] = [], over: Readonly<Record<string, string>> = {}) => {
    const answer = await runOperator(doctor, argv, { ...env, ...over })
    assert.doesNotMatch(answer.out + answer.err, /hush/)
    return answer
  }
  /** All that is not ok, by area. */
  const found = async (over: Readonly<Record<string, string>> = {}) => {
    const { findings } = JSON.parse((await ask(['--json'], over)).out) as Report
    return findings
      .filter(({ status }) => status !== 'ok')
      .map(({ area, status, says }) => `${area} ${status}: ${says}`)
  }
  return { databaseUrl, redisUrl, endpoints: twin.endpoints, ask, found }
}

test('the doctor', async t => {
  const { databaseUrl, redisUrl, endpoints, ask, found } = await system(t)
  const ledger = openLedger(t, databaseUrl)
  const ingest = await startIngest(t, { redisUrl, env: { STRIPE_WEBHOOK_SECRET: SECRETS.join() } })
  await ingest.becomesReady()
  const body = JSON.stringify(checkoutEvent('completed'))

  await t.test('knows before any delivery which secrets there are', async () => {
    await eventually(async () => {
      const { code, out } = await ask()
      assert.match(out, /Secret 2 of 2 has never matched/)
      assert.equal(code, 0, out)
    })
  })

  await t.test('says which secret matched', async () => {
    assert.equal((await ingest.post(signed(body, SECRETS[1]))).status, 200)
    await eventually(async () =>
      assert.match((await ask()).out, /ok {7}Secret 2 of 2 matched \d+ (s|min) ago/)
    )
  })

  await t.test(
    'of a system in which all is well has nothing but what the tests’ own Redis lacks',
    async () => {
      assert.equal((await ingest.post(signed(body, SECRETS[0]))).status, 200)
      await eventually(async () => {
        const all = await found()
        assert.deepEqual(
          all.filter(finding => !/^Redis warning: Redis uses \d+ MiB/.test(finding)),
          []
        )
        assert.equal(all.length, 1)
      })
      assert.equal((await ask()).code, 0)
      assert.equal((await ask(['--strict'])).code, 1)
    }
  )

  await t.test('says why a signature did not do', async () => {
    const signature = signatureOf({ body: JSON.stringify(JSON.parse(body), null, 2), secret: SECRETS[0] })
    assert.equal((await ingest.post({ body, headers: { 'stripe-signature': signature } })).status, 400)
    await eventually(async () => {
      const { code, out } = await ask()
      assert.match(
        out,
        /PROBLEM {2}1 delivery of the last day: well signed, and then the JSON was written again/
      )
      assert.equal(code, 1)
    })
  })

  await t.test('says that the ingest has other secrets than are set', async () => {
    const all = await found({ STRIPE_WEBHOOK_SECRET: 'whsec_hush3' })
    assert.ok(all.some(finding => /^secrets problem: The ingest .* has other secrets/.test(finding)))
  })

  for (const [what, says, set] of [
    ['a disabled endpoint', /^endpoint problem: we_1\w+ is disabled/, [{ ...ENDPOINT, status: 'disabled' }]],
    [
      'one of the other mode',
      /^endpoint problem: we_1\w+ is an endpoint for live/,
      [{ ...ENDPOINT, livemode: true }]
    ],
    ['two with one URL', /^endpoint warning: 2 endpoints send to one URL/, [ENDPOINT, ENDPOINT]],
    ['one that enables all', /^endpoint warning: All event types/, [{ url: URL_OF_OURS }]],
    ['none', /^endpoint problem: Stripe has no webhook endpoint/, []]
  ] as const) {
    await t.test(`finds ${what} at Stripe`, async () => {
      endpoints.set(set)
      assert.equal((await found()).filter(finding => says.test(finding)).length, 1)
      endpoints.set([ENDPOINT])
    })
  }

  await t.test('takes the endpoint that is named', async () => {
    endpoints.set([ENDPOINT, { url: 'https://b.example/webhook' }])
    assert.match((await ask()).out, /Which of Stripe’s endpoints is ours cannot be told/)
    assert.match(
      (await ask(['--url', URL_OF_OURS])).out,
      /we_1\w+ sends to https:\/\/hooks\.shop\.example\/webhook/
    )
    assert.match(
      (await ask([], { WEBHOOK_URL: 'https://b.example/webhook' })).out,
      /sends to https:\/\/b\.example/
    )
    endpoints.set([ENDPOINT])
  })

  await t.test('counts what has failed and what nobody was told of', async () => {
    await ledger.pool.query(`
      insert into events (id, mode, type, received, how, code_version, error_code, failed)
      values ('evt_1', 'test', 'a.b', now() - interval '3 hours', 'webhook', 'x', 'X', now() - interval '2 hours'),
             ('evt_2', 'test', 'a.b', now(), 'webhook', 'x', 'X', null);
      insert into letters (account, payment_id, kind, order_id, status, reason)
      values ('', 'pi_1', 'refunded', '1', 'given_up', 'SMTP 550'), ('', 'pi_2', 'refunded', '2', 'owed', 'SMTP 450')`)
    const all = (await found()).filter(finding => finding.startsWith('work'))
    assert.deepEqual(
      all.map(finding => finding.slice(0, 30)),
      [
        'work problem: 1 event failed f',
        'work warning: 1 event did not ',
        'work problem: 1 letter given u',
        'work warning: 1 letter could n',
        'work warning: 1 alert of this '
      ]
    )
  })

  await t.test('says that a queue is paused, and who did it', async () => {
    await ledger.pool.query(
      `
      insert into operator_actions (who, what, account, about, result)
      values ('olga', 'pause queue', '', $1, 'done')`,
      [eventQueueName(0)]
    )
    const queue = new Queue(eventQueueName(0), { connection: openRedis(t, redisUrl) })
    await queue.pause()
    assert.match((await ask()).out, /PROBLEM {2}The queue of events is paused, by olga at 20/)
    await queue.resume()
    assert.doesNotMatch((await ask()).out, /paused/)
  })

  await t.test('says that an event has waited for minutes', async () => {
    const queue = new Queue(eventQueueName(1), { connection: openRedis(t, redisUrl) })
    await queue.add('event', {}, { timestamp: Date.now() - 600_000 })
    assert.match((await ask()).out, /PROBLEM {2}\d events waiting, the oldest for 10 min/)
    await queue.obliterate()
  })

  await t.test('compares the mode of the database', async () => {
    await ledger.pool.query(`insert into paidonce (mode) values ('test')`)
    const all = await found({ STRIPE_MODE: 'live' })
    assert.ok(all.some(finding => /^work problem: The database holds test orders/.test(finding)))
  })

  await t.test('without a key says what it cannot look at', async () => {
    const { out } = await ask([], { STRIPE_SECRET_KEY: '' })
    assert.match(out, /not looked at\n {2}Stripe: no STRIPE_SECRET_KEY/)
  })

  await t.test('with what it cannot reach goes on with the rest, and ends with exit code 2', async () => {
    for (const [name, value, says, stillSeen] of [
      ['STRIPE_SECRET_KEY', 'sk_live_hush', /Stripe: Stripe does not know the key/, ['Redis', 'PostgreSQL']],
      ['STRIPE_API_URL', 'http://127.0.0.1:1', /Stripe: Stripe did not answer/, ['Redis', 'PostgreSQL']],
      [
        'DATABASE_URL',
        'postgres://shop:hush@127.0.0.1:1/shop',
        /PostgreSQL cannot be reached/,
        ['endpoint', 'Redis']
      ],
      ['REDIS_URL', 'redis://:hush@127.0.0.1:1', /Redis cannot be read/, ['endpoint', 'PostgreSQL']]
    ] as const) {
      const { code, out } = await ask([], { [name]: value })
      assert.equal(code, 2, name)
      assert.match(out, says)
      for (const area of stillSeen) assert.match(out, new RegExp(`^${area}$`, 'm'))
    }
  })

  await t.test('of a database without tables says that they are to be made', async () => {
    const all = await found({ DATABASE_URL: await emptyDatabase(t) })
    assert.ok(all.some(finding => /^PostgreSQL problem: (\d+) migrations of \1 not applied/.test(finding)))
  })

  await t.test('misused, says how to use it', async () => {
    for (const argv of [['--wet'], ['--url', 'hooks.shop.example']]) {
      const { code, err } = await ask(argv)
      assert.equal(code, 2)
      assert.match(err, /paidonce doctor/)
    }
    assert.match((await ask(['--help'])).out, /Exit code 0/)
  })
})
