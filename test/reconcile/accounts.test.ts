import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventually } from '../support/eventually.ts'
import { outcomeOf } from '../support/outcome.ts'
import { CONNECTED, startReconciledShop } from './reconciled-shop.ts'

test('connected accounts are compared, each as itself, and what is found is theirs', async t => {
  const shop = await startReconciledShop(t, { SWEEP_ACCOUNTS: CONNECTED })
  const { happens, isTold, reconcile, ledger, makeOld, gate } = shop
  await isTold(happens('card', 'first'))
  await isTold(happens('card', 'first', CONNECTED), { change: event => ({ ...event, account: CONNECTED }) })
  await makeOld()
  const [own, theirs] = [happens('card', 'same'), happens('refund_full', 'same', CONNECTED)]
  assert.notDeepEqual(own.payments, theirs.payments)

  await t.test('on demand, the account that is named', async () => {
    const { code, out } = await reconcile('--account', CONNECTED)
    assert.equal(code, 1)
    assert.match(out[1] ?? '', /^1 {3}paid and not fulfilled$/)
    assert.match(out.join('\n'), new RegExp(`order same {3}${theirs.payments[0]} {3}Stripe: `))
    // Its refund names no order, and nobody has settled the payment yet.
    assert.match(out.join('\n'), /order same .*Stripe: refund of \d+ succeeded/)
    const lists = gate.asked.filter(({ params }) => params.has('created[gte]'))
    assert.deepEqual([...new Set(lists.map(({ account }) => account))], [CONNECTED])
    assert.deepEqual((await outcomeOf(ledger, 'same', CONNECTED)).fulfilments, [])
  })

  await t.test('at night, all, and each order is its account’s', async () => {
    await shop.nightFalls()
    await eventually(async () =>
      assert.deepEqual(await shop.nights(), [
        { account: '', isFinished: true, error: null },
        { account: CONNECTED, isFinished: true, error: null }
      ])
    )
    await eventually(async () => {
      assert.deepEqual((await outcomeOf(ledger, 'same')).fulfilments, own.payments)
      assert.ok((await outcomeOf(ledger, 'same', CONNECTED)).refunded > 0)
    })
    const { rows } = await ledger.pool.query(
      `select account, kind from differences where kind = 'paid_not_fulfilled' order by account`
    )
    assert.deepEqual(
      rows.map(({ account }) => account),
      ['', CONNECTED]
    )
  })

  await t.test('one that Stripe does not let us ask for holds up no other', async () => {
    gate.when(({ account }) => (account === '' ? 401 : undefined))
    await shop.nightFalls()
    await eventually(async () =>
      assert.deepEqual((await shop.nights()).slice(2), [
        { account: '', isFinished: true, error: 'Stripe answered 401' },
        { account: CONNECTED, isFinished: true, error: null }
      ])
    )
  })
})

test('at night an account of which nothing ever came is left to whoever served it before', async t => {
  const { happens, isTold, makeOld, nightFalls, nights, ledger } = await startReconciledShop(t, {
    SWEEP_ACCOUNTS: CONNECTED
  })
  await isTold(happens('card', 'first'))
  await makeOld()
  happens('card', 'theirs', CONNECTED)
  await nightFalls()
  await eventually(async () =>
    assert.deepEqual(await nights(), [{ account: '', isFinished: true, error: null }])
  )
  const { rows } = await ledger.pool.query('select from differences where account = $1', [CONNECTED])
  assert.deepEqual(rows, [])
})
