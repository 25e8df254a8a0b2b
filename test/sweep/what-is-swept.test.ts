import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { openRedis } from '../support/own-redis.ts'
import { idsOf, nowS, paidAt, startSweptShop } from './swept-shop.ts'

test('connected accounts are swept where they are named, and their events are theirs', async t => {
  const { shop, stripe, rows, gaps } = await startSweptShop(t, { workerEnv: { SWEEP_ACCOUNTS: 'acct_1' } })
  const [own, theirs] = [paidAt(nowS(), 1, 'same'), paidAt(nowS(), 1, 'same')]
  const others = paidAt(nowS(), 1, 'same')
  stripe.list(own)
  stripe.list(theirs, 'acct_1')
  stripe.list(others, 'acct_2')
  await shop.finished([...own, ...theirs])
  assert.deepEqual(await rows('select account, order_id from fulfilments order by account'), [
    { account: '', order_id: 'same-0' },
    { account: 'acct_1', order_id: 'same-0' }
  ])
  await eventually(async () => assert.match((await gaps()).text, /^acct_1: gap 0 as of/m))
})

test('without being told to, the first sweep fetches nothing from before paidonce was there', async t => {
  const { shop, stripe, sweptAgain, missed } = await startSweptShop(t, { workerEnv: { SWEEP_BACK: '' } })
  const before = paidAt(nowS() - 300, 3, 'before')
  stripe.list(before)
  await sweptAgain(2)
  assert.deepEqual(await missed(), [])
  const since = [checkoutEvent('completed', { order: 'since' })]
  stripe.list(since)
  await shop.finished(since)
  assert.deepEqual(await missed(), idsOf(since))
})

test('a worker whose sweep is off asks nothing and keeps no schedule', async t => {
  const { shop, stripe, gaps } = await startSweptShop(t, { workerEnv: { SWEEP_EVERY: 'off' } })
  const events = paidAt(nowS(), 1, 'quiet')
  stripe.list(events)
  await shop.deliverAll(events)
  await shop.finished(events)
  assert.deepEqual(await openRedis(t, shop.redisUrl).keys('bull:{schedule-sweep}*'), [])
  assert.equal(stripe.asked(), 0)
  const { code, text } = await gaps()
  assert.equal(code, 1)
  assert.match(text, /Set STRIPE_SECRET_KEY/)
})
