import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { checkoutEvent } from '../support/events.ts'
import { outcomeOf } from '../support/outcome.ts'
import { type Shop, startShop } from '../support/shop.ts'

/** A session of a Payment Link: its metadata is empty, and the buyer wrote the reference into the link. */
function paidByLink(reference: string, amount: number, payment: string): StripeEvent {
  const event = checkoutEvent('completed', { amount, payment })
  const object = { ...event.data.object, client_reference_id: reference }
  return { ...event, data: { object } }
}

async function pay(shop: Shop, event: StripeEvent) {
  await shop.deliverAll([event])
  await shop.finished([event])
}

test('a buyer who names the order of somebody else and pays less does not get it, and its owner still does', async t => {
  const shop = await startShop(t)
  await shop.ledger.pool.query(`select register_order('', 'dear', 90000, 'eur')`)

  await pay(shop, paidByLink('dear', 100, 'pi_cheap'))
  const tricked = await outcomeOf(shop.ledger, 'dear')
  assert.deepEqual([tricked.status, tricked.mismatch], ['review', ['amount_differs']])
  assert.deepEqual(tricked.fulfilments, [])

  await pay(shop, checkoutEvent('completed', { order: 'dear', amount: 90_000, payment: 'pi_owner' }))
  assert.deepEqual((await outcomeOf(shop.ledger, 'dear')).fulfilments, ['pi_owner'])
})

test('where only metadata names orders, what a buyer writes into the link names none', async t => {
  const shop = await startShop(t, {
    workerEnv: { ORDER_ID_FROM: 'metadata.order_id', REQUIRE_REGISTRATION: 'on' }
  })
  await shop.ledger.pool.query(`select register_order('', 'dear', 90000, 'eur')`)
  await pay(shop, paidByLink('dear', 90_000, 'pi_link'))
  assert.deepEqual((await outcomeOf(shop.ledger, 'dear')).fulfilments, [])
})
