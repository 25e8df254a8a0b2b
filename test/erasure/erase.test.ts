import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { FACTS, readEvent } from '@paidonce/core/facts/table'
import { checkInvariants } from '@paidonce/invariants/check-invariants'
import { settleBatch } from '@paidonce/ledger/settling/settle-batch'
import { erase } from '@paidonce/operator/cli/erase'
import { EVENT_JOB_OPTIONS, eventQueueName } from '@paidonce/shared/queues'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { Queue } from 'bullmq'
import { readPostgres } from '../security/leaks/read-postgres.ts'
import { readRedis } from '../security/leaks/read-redis.ts'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { outcomeOf } from '../support/outcome.ts'
import { openLedger, ownDatabase } from '../support/own-database.ts'
import { openRedis, ownRedis } from '../support/own-redis.ts'
import { runOperator } from '../support/run-operator.ts'
import { SETTLING_RULES } from '../support/settling-rules.ts'
import { startToyWorker } from '../support/toy-worker.ts'

const ANN = 'Quorbin.Ann@Example.com'
const NAME = 'Zelmira Quorbin'
const RULES = { orderIdFrom: ['metadata.order_id'], requireRegistration: false } as const
const SURE = ['--by', 'bea', '--why', 'she asked', '--yes']

/** An event as Stripe sends it: the person stands in it several times. */
function ofAnn(event: StripeEvent): StripeEvent {
  const { object } = event.data
  const details = { ...(object.customer_details as object), name: NAME }
  return {
    ...event,
    data: { object: { ...object, customer_details: details, note: `for ${ANN.toLowerCase()}` } }
  }
}

const refundOf = (payment: string): StripeEvent => ({
  ...checkoutEvent('completed'),
  type: 'charge.refunded',
  data: {
    object: {
      id: `ch_${payment}`,
      object: 'charge',
      payment_intent: payment,
      amount: 3_000,
      amount_refunded: 1_000,
      billing_details: { email: null, name: NAME }
    }
  }
})

/** Orders of Ann and of others, settled through Redis by the worker's own parts. */
async function settledShop(t: TestContext) {
  const [databaseUrl, redisUrl] = [await ownDatabase(t), await ownRedis(t)]
  const ledger = openLedger(t, databaseUrl)
  const redis = openRedis(t, redisUrl)
  const queue = new Queue(eventQueueName(0), { connection: redis })
  startToyWorker(t, { ledger, redisUrl, table: FACTS })
  const env = { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl }

  const add = async (all: readonly StripeEvent[], id = (event: StripeEvent) => event.id) => {
    const receivedAt = new Date().toISOString()
    await queue.addBulk(
      all.map(event => ({
        name: event.type,
        data: { id: event.id, event, receivedAt, how: 'webhook' },
        opts: { ...EVENT_JOB_OPTIONS, jobId: id(event) }
      }))
    )
  }
  const drained = () =>
    eventually(async () => {
      const { waiting, active } = await queue.getJobCounts('waiting', 'active')
      assert.deepEqual([waiting, active], [0, 0])
    })
  return {
    ledger,
    queue,
    redis,
    add,
    drained,
    erase: (...argv: readonly string[]) => runOperator(erase, argv, env),
    /** Everything that is kept anywhere, as one text. */
    everything: async () =>
      [...(await readPostgres(ledger)), ...(await readRedis(redis))]
        .filter(({ place }) => place !== 'PostgreSQL: statements')
        .map(({ text }) => text)
        .join('\n')
        .toLowerCase(),
    violations: async () =>
      (await checkInvariants({ databaseUrl, redisUrl, rules: RULES, drained: false, now: Date.now() }))
        .violations
  }
}

const PAID = ofAnn(checkoutEvent('completed', { order: 'ann-1', payment: 'pi_ann1', email: ANN }))
const REFUND = refundOf('pi_ann1')
const FAILED = ofAnn(
  checkoutEvent('async_payment_failed', { order: 'ann-2', payment: 'pi_ann2', email: ANN.toUpperCase() })
)
const JOANN = checkoutEvent('completed', { order: 'jo-1', payment: 'pi_jo', email: `jo${ANN}` })

test('a person is erased, once and for all', async t => {
  const shop = await settledShop(t)
  await shop.add([PAID, FAILED, JOANN])
  await shop.drained()
  // A refund that came first would send the order to review.
  await shop.add([REFUND])
  await shop.drained()

  await t.test('not while a letter is owed to them: it is named, and nothing is touched', async () => {
    const { code, err } = await shop.erase('--email', ANN, ...SURE)
    assert.equal(code, 1)
    assert.match(err, /letter 1 is owed and not sent yet: order ann-2/)
    assert.ok((await shop.everything()).includes(ANN.toLowerCase()))
  })
  await shop.ledger.pool.query(
    `update letters set status = 'sent', checked = clock_timestamp(), done = now(), recipient = $1`,
    [ANN]
  )
  const before = { one: await outcomeOf(shop.ledger, 'ann-1'), two: await outcomeOf(shop.ledger, 'ann-2') }

  await t.test('a dry run says what stands where, and touches nothing', async () => {
    const { code, out } = await shop.erase('--email', ANN.toLowerCase(), '--dry-run')
    assert.equal(code, 0)
    assert.match(out, /orders concerned: ann-1, ann-2\n/)
    for (const line of [
      /3 +whole events/,
      /2 +addresses of events/,
      /4 +addresses and names in facts/,
      /1 +recipients/,
      /3 +jobs in Redis/
    ])
      assert.match(out, line)
    assert.ok(!out.toLowerCase().includes('quorbin'))
    assert.equal((await shop.ledger.pool.query('select from operator_actions')).rowCount, 0)
  })

  await t.test('not without a yes', async () => {
    const { code, err } = await shop.erase('--email', ANN, '--by', 'bea', '--why', 'she asked')
    assert.deepEqual([code, err], [1, 'Nothing was erased: nobody said yes. --yes says it for you.'])
    assert.ok((await shop.everything()).includes(NAME.toLowerCase()))
  })

  await t.test('of one order alone, if it is named', async () => {
    const { code, out } = await shop.erase('--email', ANN, '--order', 'ann-2', ...SURE)
    assert.equal(code, 0, out)
    const { rows } = await shop.ledger.pool.query('select id from events where payload is null')
    assert.deepEqual(rows, [{ id: FAILED.id }])
  })

  await t.test('no byte of them is left in any table and in any key of Redis', async () => {
    const { code, out } = await shop.erase('--email', ANN, ...SURE)
    assert.equal(code, 0, out)
    const left = (await shop.everything()).replaceAll(`jo${ANN.toLowerCase()}`, '')
    for (const text of [ANN, NAME, 'quorbin']) assert.ok(!left.includes(text.toLowerCase()), text)
  })

  await t.test('who did it and why is written down, never whom it was about', async () => {
    const { rows } = await shop.ledger.pool.query(
      'select who, what, order_id, why from operator_actions order by id'
    )
    const done = { who: 'bea', what: 'erase person', why: 'she asked' }
    assert.deepEqual(rows, [
      { ...done, order_id: 'ann-2' },
      { ...done, order_id: 'ann-1' }
    ])
  })

  await t.test('what the orders came to stands as before, and somebody else is untouched', async () => {
    const now = { one: await outcomeOf(shop.ledger, 'ann-1'), two: await outcomeOf(shop.ledger, 'ann-2') }
    const { letters, ...two } = before.two
    assert.deepEqual(now, {
      one: before.one,
      two: { ...two, letters: letters.map((letter: object) => ({ ...letter, recipient: null })) }
    })
    assert.equal(now.one.fulfilments[0], 'pi_ann1')
    const { rows } = await shop.ledger.pool.query('select payload, email from events where id = $1', [
      JOANN.id
    ])
    assert.equal(rows[0].email, `jo${ANN}`)
    assert.ok(rows[0].payload)
    assert.ok(await shop.queue.getJob(JOANN.id))
    assert.deepEqual(await shop.violations(), [])
  })

  await t.test('a second time there is nothing to do', async () => {
    assert.deepEqual(await shop.erase('--email', ANN, ...SURE), {
      code: 0,
      out: 'Nothing of this address is kept.',
      err: ''
    })
  })

  await t.test('a replay of their events brings nothing back, in the ledger and in facts', async () => {
    await shop.add([PAID, FAILED], ({ id }) => `${id}-r1`)
    await shop.drained()
    const { rows } = await shop.ledger.pool.query(
      'select count(*)::int as n from events where erased is not null and payload is null and email is null'
    )
    assert.deepEqual(rows, [{ n: 3 }])
    const facts = await shop.ledger.pool.query(
      `select count(*)::int as n from facts where value::text ilike '%quorbin%' and payment_id <> 'pi_jo'`
    )
    assert.deepEqual(facts.rows, [{ n: 0 }])
    assert.deepEqual(await shop.violations(), [])
  })

  await t.test('what the replays left in Redis goes with the next erasure', async () => {
    const { code, out } = await shop.erase('--email', ANN, ...SURE)
    assert.deepEqual([code, /2 +jobs in Redis/.test(out)], [0, true])
    const left = (await shop.everything()).replaceAll(`jo${ANN.toLowerCase()}`, '')
    assert.ok(!left.includes('quorbin'))
  })
})

test('an event that is not finished, or waits in Redis, keeps a person from being erased', async t => {
  const [databaseUrl, redisUrl] = [await ownDatabase(t), await ownRedis(t)]
  const queue = new Queue(eventQueueName(0), { connection: openRedis(t, redisUrl) })
  await queue.add(PAID.type, { id: PAID.id, event: PAID }, { jobId: PAID.id })
  const env = { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl }

  const waiting = await runOperator(erase, ['--email', ANN, ...SURE], env)
  assert.equal(waiting.code, 1)
  assert.match(waiting.err, new RegExp(`event ${PAID.id} waits in Redis for a worker`))
  assert.ok(await queue.getJob(PAID.id))

  await queue.obliterate()
  await openLedger(t, databaseUrl).pool.query(
    `insert into events (id, mode, type, email, received, how, code_version, failed, payload)
     values ('evt_1', 'test', 'toy', $1, now(), 'webhook', 'test', now(), '{}')`,
    [ANN]
  )
  const failed = await runOperator(erase, ['--email', ANN, ...SURE], env)
  assert.deepEqual(
    [failed.code, /event evt_1 \(toy\) is not finished: of no order yet/.test(failed.err)],
    [1, true]
  )
})

test('an address in what would be kept of the erasure is refused', async () => {
  const { code, err } = await runOperator(erase, ['--email', ANN, '--by', 'bea', '--why', `${ANN} asked`], {})
  assert.equal(code, 2)
  assert.ok(!err.toLowerCase().includes('quorbin'))
})

test('a payment is erased whole or not at all, so an erasure that died goes on', async t => {
  const ledger = openLedger(t, await ownDatabase(t))
  const events = [PAID, FAILED].map(event => ({
    job: { id: event.id, event, receivedAt: new Date().toISOString(), how: 'webhook' as const },
    reading: readEvent(FACTS, RULES, event),
    payload: JSON.stringify(event),
    attempts: 1
  }))
  await settleBatch(ledger, SETTLING_RULES, { events, orders: [] })
  const refuse = `
    create function refuse() returns trigger language plpgsql as $$ begin raise exception 'died'; end $$;
    create trigger refuse before update on facts for each row when (old.payment_id = 'pi_ann2') execute function refuse()`
  await ledger.pool.query(refuse)
  await ledger.pool.query(`update letters set status = 'sent'`)
  const env = {
    DATABASE_URL: (ledger.pool.options as { connectionString: string }).connectionString,
    REDIS_URL: await ownRedis(t)
  }
  await assert.rejects(runOperator(erase, ['--email', ANN, ...SURE], env), /PostgreSQL refused/)
  const kept = async () =>
    (await ledger.pool.query('select order_id from events where payload is not null')).rows.map(
      row => row.order_id
    )
  assert.deepEqual(await kept(), ['ann-2'])

  await ledger.pool.query('drop trigger refuse on facts')
  const { code, out } = await runOperator(erase, ['--email', ANN, ...SURE], env)
  assert.deepEqual([code, /orders concerned: ann-2\n/.test(out)], [0, true])
  assert.deepEqual(await kept(), [])
})
