import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { ownDatabase } from '../support/own-database.ts'
import { ownPostgresServer } from '../support/own-postgres-server.ts'
import { ownRedisServer } from '../support/own-redis-server.ts'
import { type Shop, startShop } from '../support/shop.ts'

const orders = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, n) => checkoutEvent('completed', { order: `${prefix}${n}` }))

const attempts = async ({ ledger }: Shop) =>
  (await ledger.pool.query('select max(attempts)::int as most, count(failed)::int as failed from events'))
    .rows[0]

test('PostgreSQL away: events are still taken, held without using up attempts, and finished afterwards', async t => {
  const postgres = await ownPostgresServer(t)
  const shop = await startShop(t, { databaseUrl: await ownDatabase(t, postgres.url) })
  const before = orders('before', 5)
  await shop.deliverAll(before)
  await shop.finished(before)

  postgres.kill('SIGKILL')
  const during = orders('during', 250)
  await shop.deliverAll(during)
  await eventually(() =>
    assert.ok(shop.workers[0]?.lines.some(line => line.includes('PostgreSQL does not work: holding')))
  )
  await postgres.restart()

  await shop.finished(during)
  assert.deepEqual(await attempts(shop), { most: 1, failed: 0 })
  await eventually(() =>
    assert.ok(shop.workers[0]?.lines.some(line => line.includes('PostgreSQL works again')))
  )
})

test('PostgreSQL hung: nothing fails, and work goes on when it answers again', async t => {
  const postgres = await ownPostgresServer(t)
  const shop = await startShop(t, { databaseUrl: await ownDatabase(t, postgres.url) })
  const before = orders('before', 5)
  await shop.deliverAll(before)
  await shop.finished(before)

  postgres.kill('SIGSTOP')
  const during = orders('during', 50)
  await shop.deliverAll(during)
  await eventually(async () => assert.equal(await shop.events.getActiveCount(), 50))
  postgres.kill('SIGCONT')

  await shop.finished(during)
  assert.deepEqual(await attempts(shop), { most: 1, failed: 0 })
})

for (const [how, stop, resume] of [
  ['killed and started again', 'SIGKILL', undefined],
  ['hung', 'SIGSTOP', 'SIGCONT']
] as const) {
  test(`Redis ${how}: the worker goes on by itself, and nothing that was accepted is lost`, async t => {
    // `everysec` may answer before it writes while the disk is slow: docs/decisions/0008.
    const redis = await ownRedisServer(t, { args: ['--appendfsync', 'always'] })
    const shop = await startShop(t, { redisUrl: redis.url })
    const before = orders('before', 200)
    await shop.deliverAll(before)

    redis.kill(stop)
    const refused = await shop.deliver(checkoutEvent('completed', { order: 'refused' }))
    assert.equal(refused.status, 503)
    if (resume === undefined) await redis.restart()
    else redis.kill(resume)

    const after = orders('after', 20)
    await eventually(() => shop.deliverAll(after))
    await shop.finished([...before, ...after])
    assert.deepEqual(await attempts(shop), { most: 1, failed: 0 })
  })
}
