import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freePort } from '@paidonce/local-stack/free-port'
import { checkoutEvent } from '../support/events.ts'
import { outcomeOf } from '../support/outcome.ts'
import { CONNECTED, eventOf, sessionOf, startSettlingShop } from './settling-shop.ts'

test('whose order a session pays', async t => {
  const shop = await startSettlingShop(t, { isWatched: true })
  const { hold, ask, askOn, deliverAll, finished, ledger, questions, env } = shop

  await t.test('is told by the account as which it is asked for, and the two do not meet', async () => {
    const session = sessionOf('4001')
    await hold([session])
    const says = { order: '4001', status: 'fulfilled', fulfilled: true, payment: session.payment_intent }
    assert.deepEqual(await ask(session.id, { query: `?account=${CONNECTED}` }), {
      status: 200,
      retryAfter: null,
      says
    })
    assert.deepEqual(
      questions
        .filter(({ path }) => path === `/v1/checkout/sessions/${session.id}`)
        .map(({ account }) => account),
      [CONNECTED]
    )
    const fulfilled = async () =>
      (await ledger.pool.query(`select account from fulfilments where order_id = '4001' order by account`))
        .rows
    assert.deepEqual(await fulfilled(), [{ account: CONNECTED }])

    const event = { ...eventOf(session), account: CONNECTED }
    await deliverAll([event])
    await finished([event])
    assert.deepEqual(await fulfilled(), [{ account: CONNECTED }])
    assert.equal((await ask(session.id)).status, 200)
    assert.deepEqual(await fulfilled(), [{ account: '' }, { account: CONNECTED }])
  })

  await t.test('of an account that the key does not reach is nobody’s', async () => {
    const session = sessionOf('4002')
    await hold([session])
    assert.deepEqual(await ask(session.id, { query: '?account=acct_other' }), {
      status: 404,
      retryAfter: null,
      says: { error: 'UNKNOWN_SESSION' }
    })
    assert.deepEqual((await outcomeOf(ledger, '4002')).fulfilments, [])
  })

  await t.test('is not known while it names none, and is once an event of the payment does', async () => {
    const port = await freePort()
    await shop.startWorker({ ...env(port), ORDER_ID_FROM: 'metadata.order_id' })
    const session = sessionOf('4003', { metadata: {}, client_reference_id: '4003' })
    await hold([session])
    assert.deepEqual(await ask(session.id, { at: port }), {
      status: 422,
      retryAfter: null,
      says: { error: 'NO_ORDER' }
    })
    assert.deepEqual((await outcomeOf(ledger, '4003')).fulfilments, [])

    const { payment_intent: payment } = session
    const told = {
      ...checkoutEvent('completed'),
      type: 'payment_intent.succeeded',
      data: {
        object: {
          id: payment,
          object: 'payment_intent',
          status: 'succeeded',
          amount: 3_000,
          amount_received: 3_000,
          currency: 'eur',
          metadata: { order_id: '4003' }
        }
      }
    }
    await deliverAll([told])
    await finished([told])
    assert.deepEqual((await askOn(session.id, port)).says, {
      order: '4003',
      status: 'fulfilled',
      fulfilled: true,
      payment
    })
    const { fulfilments, announcements } = await outcomeOf(ledger, '4003')
    assert.deepEqual([fulfilments.length, announcements.length], [1, 1])
  })
})
