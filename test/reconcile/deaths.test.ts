import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventually } from '../support/eventually.ts'
import { startReconciledShop } from './reconciled-shop.ts'

/** More than a page. */
const MANY = 150
const SESSIONS = '/v1/checkout/sessions'

test('a reconciliation that is broken off in the middle comes to the same end when it is begun again', async t => {
  const shop = await startReconciledShop(t)
  const { happens, isTold, reconcile, ledger, makeOld, gate } = shop
  await isTold(happens('card', 'first'))
  await makeOld()
  const happenMany = (name: string) => Array.from({ length: MANY }, (_, n) => happens('card', `${name}-${n}`))
  const countOf = async (sql: string) =>
    (await ledger.pool.query(`select count(*)::int as n ${sql}`)).rows[0].n
  const isEnd = (orders: number) =>
    eventually(async () => {
      assert.equal(await countOf('from fulfilments'), orders)
      assert.equal(await countOf(`from announcements where kind = 'order.fulfilled'`), orders)
      assert.equal(await countOf(`from orders where status = 'fulfilled' and paid_twice = '{}'`), orders)
      // Each difference once, however often it was seen.
      assert.equal(await countOf('from differences'), orders - 1)
    }, 90_000)

  await t.test('a worker killed between two pages: another goes on in the same night', async () => {
    happenMany('killed')
    const [worker] = shop.workers
    let isKilled = false
    gate.when(({ path, params }) => {
      if (isKilled || path !== SESSIONS || !params.has('starting_after')) return undefined
      isKilled = true
      worker?.kill('SIGKILL')
      return 'hang'
    })
    await shop.nightFalls()
    await worker?.ended
    const found = await countOf('from differences')
    assert.ok(found > 0 && found < MANY, `${found} were found`)
    await shop.startWorker()
    await isEnd(MANY + 1)
    await eventually(async () =>
      assert.deepEqual(await shop.nights(), [
        { account: '', isFinished: false, error: null },
        { account: '', isFinished: true, error: null }
      ])
    )
  })

  await t.test(
    'Stripe failing between two pages of a repair by hand: the next repairs the rest',
    async () => {
      happenMany('failed')
      gate.when(({ path, params }) => (path === SESSIONS && params.has('starting_after') ? 500 : undefined))
      const first = await reconcile('--repair')
      assert.deepEqual([first.code, first.err], [2, ['Not all was looked at: Stripe answered 500.']])
      gate.when(() => undefined)
      assert.equal((await reconcile('--repair')).code, 1)
      await isEnd(2 * MANY + 1)
      assert.equal((await reconcile()).code, 0)
    }
  )
})
