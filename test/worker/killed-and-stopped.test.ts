import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { type Shop, startShop } from '../support/shop.ts'

const finishedSoFar = async ({ ledger }: Shop): Promise<number> =>
  (await ledger.pool.query('select count(*)::int as n from events where finished is not null')).rows[0].n

const fulfilments = async ({ ledger }: Shop): Promise<number> =>
  (await ledger.pool.query('select count(*)::int as n from fulfilments')).rows[0].n

test('workers killed in mid-batch lose nothing and double nothing', async t => {
  const shop = await startShop(t)
  const events = Array.from({ length: 600 }, (_, n) => checkoutEvent('completed', { order: `k${n}` }))

  let [worker] = shop.workers
  const delivering = shop.deliverAll(events)
  for (const kill of [50, 200, 350]) {
    await eventually(async () => assert.ok((await finishedSoFar(shop)) >= kill))
    worker?.kill('SIGKILL')
    assert.equal((await worker?.ended)?.signal, 'SIGKILL')
    worker = await shop.startWorker()
  }
  await delivering
  await shop.finished(events)

  assert.equal(await fulfilments(shop), 600)
  await eventually(async () => {
    const { active, waiting, failed } = await shop.events.getJobCounts('active', 'waiting', 'failed')
    assert.deepEqual({ active, waiting, failed }, { active: 0, waiting: 0, failed: 0 })
  })
})

test('SIGTERM: what is in hand is finished, nothing more is taken, and the exit code is 0', async t => {
  const shop = await startShop(t)
  const events = Array.from({ length: 400 }, (_, n) => checkoutEvent('completed', { order: `s${n}` }))
  const delivering = shop.deliverAll(events)
  await eventually(async () => assert.ok((await finishedSoFar(shop)) >= 20))

  const [worker] = shop.workers
  worker?.kill('SIGTERM')
  assert.deepEqual(await worker?.ended, { code: 0, signal: null })
  await delivering
  const counts = await shop.events.getJobCounts('active', 'failed')
  assert.deepEqual([counts.active, counts.failed], [0, 0])
  assert.equal((await finishedSoFar(shop)) + (await shop.events.getWaitingCount()), 400)

  await shop.startWorker()
  await shop.finished(events)
  assert.equal(await fulfilments(shop), 400)
})

test('past its deadline a worker that cannot finish ends with exit code 1', async t => {
  const shop = await startShop(t, { env: { SHUTDOWN_GRACE_MS: '500' } })
  const client = await shop.ledger.pool.connect()
  await client.query('begin')
  await client.query('lock table events')
  const event = checkoutEvent('completed', { order: 'd1' })
  await shop.deliver(event)
  await eventually(async () => assert.equal(await shop.events.getActiveCount(), 1))

  const [worker] = shop.workers
  worker?.kill('SIGTERM')
  assert.deepEqual(await worker?.ended, { code: 1, signal: null })

  await client.query('rollback')
  client.release()
  await shop.startWorker()
  await shop.finished([event])
  assert.equal(await fulfilments(shop), 1)
})
