import assert from 'node:assert/strict'
import { test } from 'node:test'
import type pg from 'pg'
import { eventually } from '../support/eventually.ts'
import { startRedisProxy } from '../support/redis-proxy.ts'
import { startExampleShop } from './support/example-shop.ts'

/** The order's row, locked by the test: whoever ships the order waits. */
async function lockOrder(database: pg.Pool, id: string) {
  const client = await database.connect()
  await client.query('begin')
  await client.query('select from orders where id = $1 for update', [id])
  return {
    /** Resolves once the shop waits for the row, in the middle of its transaction. */
    isWaitedFor: () =>
      eventually(async () => {
        const { rows } = await database.query(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
        )
        assert.equal(rows.length, 1)
      }),
    unlock: async () => {
      await client.query('rollback')
      client.release()
    }
  }
}

test('a shop killed after its commit, before the queue heard of it, has shipped once', async t => {
  let proxy: Awaited<ReturnType<typeof startRedisProxy>> | undefined
  const { shop, start, buy, pay, becomes, orderOf, database, announcements, paidonce } =
    await startExampleShop(t, {
      redisUrlOf: async redisUrl => {
        proxy = await startRedisProxy(t, redisUrl)
        return proxy.url
      }
    })
  const { id, payUrl } = await buy()
  const lock = await lockOrder(database, id)
  await pay(payUrl, 'card')
  await lock.isWaitedFor()
  proxy?.hold()
  await lock.unlock()
  await becomes(id, 'shipped')
  await proxy?.holds('{announcements}:completed')
  shop.kill('SIGKILL')
  await shop.ended
  proxy?.release()

  await start({ REDIS_URL: paidonce.redisUrl })
  const [job] = await announcements.getJobs()
  await eventually(async () => assert.equal(await job?.getState(), 'completed'))
  const after = await announcements.getJob(job?.id ?? '')
  assert.equal(after?.stalledCounter, 1, 'it came only once, so this proved nothing')
  assert.equal((await orderOf(id))?.parcels, 1)
})

test('a shop killed before its commit has done nothing, and ships when it is back', async t => {
  const { shop, start, buy, pay, becomes, orderOf, database } = await startExampleShop(t)
  const { id, payUrl } = await buy()
  const lock = await lockOrder(database, id)
  await pay(payUrl, 'card')
  await lock.isWaitedFor()
  shop.kill('SIGKILL')
  await shop.ended
  await lock.unlock()
  assert.equal((await database.query('select from heard')).rowCount, 0)
  assert.equal((await orderOf(id))?.status, 'waiting')

  await start()
  await becomes(id, 'shipped')
  assert.equal((await orderOf(id))?.parcels, 1)
})
