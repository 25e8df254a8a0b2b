import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { startPostgresProxy } from '@paidonce/drill/proxies/postgres-proxy'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { outcomeOf } from '../support/outcome.ts'
import { ownDatabase } from '../support/own-database.ts'
import { type Shop, startShop } from '../support/shop.ts'

/** A shop whose worker reaches PostgreSQL through a proxy that knows when something was committed. */
async function startBehindProxy(t: TestContext) {
  const databaseUrl = await ownDatabase(t)
  const url = new URL(databaseUrl)
  const port = Number(url.port)
  const proxy = await startPostgresProxy(() => port)
  t.after(proxy.close)
  url.port = `${proxy.port}`
  url.hostname = '127.0.0.1'
  const shop = await startShop(t, { databaseUrl, workerEnv: { DATABASE_URL: url.href } })

  /** Delivers a paid order. Strikes when PostgreSQL has committed it, and the worker does not hear so. */
  async function deliverAndStrike(order: string, strike: () => void) {
    const event = checkoutEvent('completed', { order, payment: `pi_${order}` })
    const struck = proxy.wire.arm({
      wants: ({ tag }) => tag === 'COMMIT',
      spring: () => {
        strike()
        return 'drop'
      },
      withinMs: 60_000
    })
    await shop.deliver(event)
    assert.equal(await struck, true)
    await shop.finished([event])
    return event
  }
  return { shop, proxy, deliverAndStrike }
}

async function isThereOnce(shop: Shop, order: string, eventId: string) {
  await eventually(async () =>
    assert.equal(await (await shop.events.getJob(eventId))?.getState(), 'completed')
  )
  const { status, fulfilments, announcements } = await outcomeOf(shop.ledger, order)
  assert.equal(status, 'fulfilled')
  assert.equal(fulfilments.length, 1)
  assert.deepEqual(announcements, ['order.fulfilled'])
}

test('a batch whose COMMIT was never answered is committed again, and has the same end', async t => {
  const { shop, proxy, deliverAndStrike } = await startBehindProxy(t)
  const event = await deliverAndStrike('c1', proxy.cut)
  await isThereOnce(shop, 'c1', event.id)
  assert.match(shop.workers[0]?.lines.join('\n') ?? '', /PostgreSQL does not work: holding/)
  const { rows } = await shop.ledger.pool.query('select attempts, failed from events')
  assert.deepEqual(rows, [{ attempts: 1, failed: null }])
})

test('a worker killed between its COMMIT and the answer leaves a job that runs again, to the same end', async t => {
  const { shop, deliverAndStrike } = await startBehindProxy(t)
  const [worker] = shop.workers
  const event = await deliverAndStrike('c2', () => worker?.kill('SIGKILL'))
  assert.equal((await worker?.ended)?.signal, 'SIGKILL')
  assert.equal(await (await shop.events.getJob(event.id))?.getState(), 'active')
  await shop.startWorker()
  await isThereOnce(shop, 'c2', event.id)
})
