import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FACTS, readEvent } from '@paidonce/core/facts/table'
import { settleBatch } from '@paidonce/ledger/settling/settle-batch'
import { erase } from '@paidonce/operator/cli/erase'
import { eventQueueName } from '@paidonce/shared/queues'
import { Queue } from 'bullmq'
import { openLedger, ownDatabase } from '../support/own-database.ts'
import { openRedis, ownRedis } from '../support/own-redis.ts'
import { runOperator } from '../support/run-operator.ts'
import { SETTLING_RULES } from '../support/settling-rules.ts'
import { ANN, FAILED, PAID, RULES, SURE } from './ann.ts'

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
