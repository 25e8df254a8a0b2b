import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkoutEvent } from '../support/events.ts'
import { outcomeOf } from '../support/outcome.ts'
import { openRedis } from '../support/own-redis.ts'
import { SECRET, startShop } from '../support/shop.ts'
import { signatureOf } from '../support/signature.ts'

test('a delivery that somebody recorded and sends again, byte for byte, does nothing more', async t => {
  const shop = await startShop(t)
  const event = checkoutEvent('completed', { order: '1' })
  const body = JSON.stringify(event)
  const headers = { 'stripe-signature': signatureOf({ body, secret: SECRET }) }
  const send = async () => (await fetch(shop.url, { method: 'POST', body, headers })).status
  const before = async () => JSON.stringify(await outcomeOf(shop.ledger, '1'))

  assert.equal(await send(), 200)
  await shop.finished([event])
  const once = await before()
  assert.match(once, /"status":"fulfilled"/)

  // Taken as well, for Stripe itself sends things twice: while Redis knows the event, and when it has forgotten it.
  assert.equal(await send(), 200)
  await openRedis(t, shop.redisUrl).flushdb()
  assert.equal(await send(), 200)
  const marker = checkoutEvent('completed', { order: '2' })
  await shop.deliverAll([marker])
  await shop.finished([marker])
  assert.equal(await before(), once)
})
