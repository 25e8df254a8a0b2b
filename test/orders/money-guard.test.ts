import assert from 'node:assert/strict'
import { test } from 'node:test'
import { approveOrder } from '@paidonce/ledger/people/approve-order'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { outcomeOf } from '../support/outcome.ts'
import { type Shop, startShop } from '../support/shop.ts'

const register = ({ ledger }: Shop, order: string, amount: number, currency = 'eur') =>
  ledger.pool.query(`select register_order('', $1, $2, $3)`, [order, amount, currency])

/** Pays 30.00 eur for the order and waits until that is settled. */
async function pay(shop: Shop, order: string) {
  const event = checkoutEvent('completed', { order, payment: `pi_${order}` })
  await shop.deliverAll([event])
  await shop.finished([event])
  return await outcomeOf(shop.ledger, order)
}

const eventuallyIs = (shop: Shop, order: string, status: string) =>
  eventually(async () => {
    const outcome = await outcomeOf(shop.ledger, order)
    assert.equal(outcome.status, status)
    assert.equal(outcome.unsettled, false)
    return outcome
  })

test('the money guard, with orders that the shop registers', async t => {
  const shop = await startShop(t)

  await t.test('a registered order that is paid as registered is fulfilled', async () => {
    await register(shop, 'g1', 3_000)
    await eventuallyIs(shop, 'g1', 'pending')
    assert.equal((await pay(shop, 'g1')).status, 'fulfilled')
  })

  await t.test('one that is paid otherwise waits for review, and says why', async () => {
    await register(shop, 'g2', 3_001, 'usd')
    const outcome = await pay(shop, 'g2')
    assert.equal(outcome.status, 'review')
    assert.deepEqual(outcome.mismatch, ['amount_differs', 'currency_differs'])
    assert.deepEqual(outcome.fulfilments, [])
    assert.deepEqual(outcome.announcements, ['order.review'])
  })

  await t.test('approved by an operator it is fulfilled once, and who approved is kept', async () => {
    const approval = { account: '', order: 'g2', by: 'anna', why: 'the customer paid shipping too' }
    assert.equal(await approveOrder(shop.ledger, approval), 'approved')
    assert.match(await approveOrder(shop.ledger, approval), /^(approved|not_in_review)$/)
    const outcome = await eventuallyIs(shop, 'g2', 'fulfilled')
    assert.deepEqual(outcome.fulfilments, ['pi_g2'])
    const { rows } = await shop.ledger.pool.query(
      'select who, what, why from operator_actions where order_id = $1',
      ['g2']
    )
    assert.deepEqual(rows[0], { who: 'anna', what: 'approve order', why: approval.why })
  })

  await t.test(
    'before it is paid nothing is approved, and the money guard stays on for what comes',
    async () => {
      await register(shop, 'g7', 9_000)
      const approval = { account: '', order: 'g7', by: 'anna', why: 'too early' }
      assert.equal(await approveOrder(shop.ledger, approval), 'not_in_review')
      assert.equal((await pay(shop, 'g7')).status, 'review')
    }
  )

  await t.test('of one that has changed since it was looked at nothing is approved', async () => {
    const changed = async () =>
      (await shop.ledger.pool.query(`select changed from orders where id = 'g7'`)).rows[0].changed as Date
    const approval = { account: '', order: 'g7', by: 'anna', why: 'as I saw it', seen: await changed() }
    await register(shop, 'g7', 8_000)
    await eventually(async () => assert.notDeepEqual(await changed(), approval.seen))
    assert.equal(await approveOrder(shop.ledger, approval), 'changed')
    const { rows } = await shop.ledger.pool.query(`select 1 from operator_actions where order_id = 'g7'`)
    assert.equal(rows.length, 0)
    assert.equal(await approveOrder(shop.ledger, { ...approval, seen: await changed() }), 'approved')
    await eventuallyIs(shop, 'g7', 'fulfilled')
  })

  await t.test('registered again with the right amount it is fulfilled without a person', async () => {
    await register(shop, 'g3', 1)
    assert.equal((await pay(shop, 'g3')).status, 'review')
    await register(shop, 'g3', 3_000)
    await eventuallyIs(shop, 'g3', 'fulfilled')
  })

  await t.test('registered late with another amount a fulfilled order stays so and is marked', async () => {
    assert.equal((await pay(shop, 'g4')).status, 'fulfilled')
    await register(shop, 'g4', 1)
    await eventually(async () =>
      assert.deepEqual((await outcomeOf(shop.ledger, 'g4')).mismatch, ['amount_differs'])
    )
    assert.equal((await outcomeOf(shop.ledger, 'g4')).status, 'fulfilled')
  })

  await t.test('one payment that names two orders fulfils neither unseen', async () => {
    const checkout = { session: 'cs_g5', payment: 'pi_g5' }
    const unpaid = checkoutEvent('completed', { ...checkout, order: 'g5', status: 'unpaid' })
    const paid = checkoutEvent('async_payment_succeeded', { ...checkout, order: 'g6' })
    await shop.deliverAll([unpaid])
    await shop.finished([unpaid])
    await shop.deliverAll([paid])
    await shop.finished([paid])
    const outcome = await outcomeOf(shop.ledger, 'g5')
    assert.equal(outcome.status, 'review')
    assert.deepEqual(outcome.mismatch, ['order_differs'])
    assert.deepEqual((await outcomeOf(shop.ledger, 'g6')).fulfilments, [])
  })

  await t.test('an approval of an order that is not there changes nothing', async () => {
    const approval = { account: '', order: 'none', by: 'a', why: 'b' }
    assert.equal(await approveOrder(shop.ledger, approval), 'unknown')
  })

  await t.test('nonsense is not registered, and the error says what is wrong', async () => {
    for (const [order, amount, currency, complaint] of [
      ['g7', -1, 'eur', /amount/],
      ['g7', 1, 'euro', /currency/],
      ['', 1, 'eur', /id/]
    ] as const) {
      await assert.rejects(() => register(shop, order, amount, currency), complaint)
    }
  })
})

test('where registration is required, an unregistered paid order waits until it is registered', async t => {
  const shop = await startShop(t, { env: { REQUIRE_REGISTRATION: 'on' } })
  const outcome = await pay(shop, 'r1')
  assert.equal(outcome.status, 'review')
  assert.deepEqual(outcome.mismatch, ['unregistered'])
  await register(shop, 'r1', 3_000)
  await eventuallyIs(shop, 'r1', 'fulfilled')
})
