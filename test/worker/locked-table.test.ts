import assert from 'node:assert/strict'
import { test } from 'node:test'
import { enqueue } from '../replay/replaying.ts'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { type Shop, startShop } from '../support/shop.ts'
import { takeAndDie } from '../support/take-and-die.ts'

const orders = (count: number) =>
  Array.from({ length: count }, (_, n) => checkoutEvent('completed', { order: `l${n}` }))

/** Works while the ledger is locked, as it is by a migration that builds an index. */
async function whileLocked({ ledger }: Shop, work: () => Promise<void>) {
  const client = await ledger.pool.connect()
  try {
    await client.query('set idle_in_transaction_session_timeout = 0')
    await client.query('begin')
    await client.query('lock table events in share mode')
    await work()
  } finally {
    client.release(true)
  }
}

const says = async ({ workers }: Shop, text: string) =>
  await eventually(() =>
    assert.ok(
      workers[0]?.lines.some(line => line.includes(text)),
      `it does not say: ${text}`
    )
  )

const rowOf = async ({ ledger }: Shop, id: string) =>
  (await ledger.pool.query('select attempts, failed, error_code from events where id = $1', [id])).rows[0]

test('while the ledger is locked events use up no attempt, and then each is finished or shown as failed', async t => {
  const shop = await startShop(t)
  const healthy = orders(3)
  const strange = { ...checkoutEvent('completed'), type: 'checkout.session.of_next_year' }
  await whileLocked(shop, async () => {
    await enqueue(shop, [...healthy, strange])
    // Each was tried once, and taken again.
    await eventually(async () => {
      for (const { id } of [...healthy, strange])
        assert.ok(((await shop.events.getJob(id))?.attemptsStarted ?? 0) > 1)
    }, 60_000)
    await says(shop, 'events are put off')
    assert.equal(await shop.events.getFailedCount(), 0)
  })

  await shop.finished(healthy)
  const { rows } = await shop.ledger.pool.query('select count(*)::int as n from fulfilments')
  assert.deepEqual(rows, [{ n: 3 }])
  for (const { id } of healthy) assert.equal((await rowOf(shop, id)).attempts, 1)
  await eventually(async () => {
    const { failed, error_code } = (await rowOf(shop, strange.id)) ?? {}
    assert.ok(failed)
    assert.equal(error_code, 'UNKNOWN_EVENT_TYPE')
  })
})

test('an event whose workers all died while the ledger is locked is shown once it is not', async t => {
  const shop = await startShop(t, { workers: 0 })
  const event = checkoutEvent('completed', { order: 'died' })
  await shop.deliver(event)
  await takeAndDie(t, shop)
  await whileLocked(shop, async () => {
    const worker = await shop.startWorker()
    await says({ ...shop, workers: [worker] }, 'waits for a lock in PostgreSQL, to be shown')
    assert.equal(await shop.events.getFailedCount(), 1)
  })
  await eventually(async () => assert.equal((await rowOf(shop, event.id))?.error_code, 'WORKERS_DIED'))
})

test('a worker that is stopped while the ledger is locked gives its events back, and ends with exit code 0', async t => {
  const shop = await startShop(t, { workerEnv: { SHUTDOWN_GRACE_MS: '60000' } })
  // Were each of them to wait for its own lock, it would take minutes.
  const events = orders(40)
  await whileLocked(shop, async () => {
    await shop.deliverAll(events)
    await eventually(async () => assert.equal(await shop.events.getActiveCount(), events.length))
    const [worker] = shop.workers
    worker?.kill('SIGTERM')
    assert.deepEqual(await worker?.ended, { code: 0, signal: null })
    const { active, failed } = await shop.events.getJobCounts('active', 'failed')
    assert.deepEqual({ active, failed }, { active: 0, failed: 0 })
  })
  await shop.startWorker()
  await shop.finished(events)
})
