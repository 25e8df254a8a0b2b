import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { outcomeOf } from '../support/outcome.ts'
import { startShop } from '../support/shop.ts'
import { testStack } from '../support/test-stack.ts'

test('checkout, from the webhook to the end', async t => {
  const shop = await startShop(t, { workers: 2, env: { ORDER_URL: 'https://shop.example/orders/{order}' } })
  const settled = async (events: readonly Parameters<typeof shop.deliver>[0][], order: string) => {
    for (const event of events) await shop.deliverAll([event])
    await shop.finished(events)
    return await outcomeOf(shop.ledger, order)
  }
  const letterTo = (address: string) =>
    eventually(async () => {
      const answer = await fetch(`${testStack().mailUrl}/api/letters`)
      const letters = (await answer.json()) as {
        to: string[]
        subject: string
        text: string
        messageId: string
      }[]
      const letter = letters.find(({ to }) => to.includes(address))
      assert.ok(letter, 'no letter yet')
      return letter
    })
  const sentOrWithdrawn = (order: string) =>
    eventually(async () => {
      const { letters } = await outcomeOf(shop.ledger, order)
      assert.ok(letters.length > 0 && letters.every((letter: { status: string }) => letter.status !== 'owed'))
      return letters
    })

  await t.test('a card payment fulfils its order once and is announced once', async () => {
    const event = checkoutEvent('completed', { order: '1001', payment: 'pi_card' })
    const outcome = await settled([event, event], '1001')
    assert.equal(outcome.status, 'fulfilled')
    assert.deepEqual(outcome.fulfilments, ['pi_card'])
    assert.deepEqual(outcome.announcements, ['order.fulfilled'])
    assert.deepEqual(outcome.letters, [])
  })

  await t.test('a delayed payment waits, and its success fulfils', async () => {
    const checkout = { order: '1002', session: 'cs_test_2', payment: 'pi_2' } as const
    const waiting = await settled([checkoutEvent('completed', { ...checkout, status: 'unpaid' })], '1002')
    assert.equal(waiting.status, 'awaiting_payment')
    assert.deepEqual(waiting.fulfilments, [])
    const paid = await settled([checkoutEvent('async_payment_succeeded', checkout)], '1002')
    assert.equal(paid.status, 'fulfilled')
  })

  await t.test('a success that overtakes the completion fulfils all the same', async () => {
    const checkout = { order: '1003', session: 'cs_test_3', payment: 'pi_3' } as const
    const outcome = await settled(
      [
        checkoutEvent('async_payment_succeeded', checkout),
        checkoutEvent('completed', { ...checkout, status: 'unpaid' })
      ],
      '1003'
    )
    assert.equal(outcome.status, 'fulfilled')
    assert.deepEqual(outcome.fulfilments, ['pi_3'])
  })

  await t.test('a delayed payment that fails brings one letter in the buyer’s language', async () => {
    const email = 'khach-1004@example.com'
    const checkout = { order: '1004', session: 'cs_test_4', payment: 'pi_4', email, locale: 'vi' } as const
    const failed = checkoutEvent('async_payment_failed', checkout)
    const outcome = await settled(
      [checkoutEvent('completed', { ...checkout, status: 'unpaid' }), failed, failed],
      '1004'
    )
    assert.equal(outcome.status, 'payment_failed')
    assert.deepEqual(outcome.announcements, ['order.payment_failed'])

    const letter = await letterTo(email)
    assert.match(letter.subject, /không thành công/)
    assert.match(letter.text, /https:\/\/shop\.example\/orders\/1004/)
    assert.match(letter.messageId, /^<payment_failed\.pi_4\.\d+@example\.com>$/)
    assert.deepEqual(await sentOrWithdrawn('1004'), [
      { kind: 'payment_failed', status: 'sent', recipient: email, locale: 'vi', reason: null }
    ])
  })

  await t.test('a buyer without an address gets no letter, and the order says why', async () => {
    const outcome = checkoutEvent('async_payment_failed', { order: '1005', payment: 'pi_5', email: null })
    await settled([outcome], '1005')
    const [letter] = await sentOrWithdrawn('1005')
    assert.equal(letter.status, 'given_up')
    assert.equal(letter.reason, 'no address is known')
  })

  await t.test('a session that expires ends as expired', async () => {
    const outcome = await settled([checkoutEvent('expired', { order: '1006', payment: null })], '1006')
    assert.equal(outcome.status, 'expired')
    assert.deepEqual(outcome.announcements, ['order.expired'])
  })

  await t.test('a free order is fulfilled by its session', async () => {
    const free = {
      order: '1007',
      session: 'cs_test_7',
      payment: null,
      amount: 0,
      status: 'no_payment_required'
    } as const
    const outcome = await settled([checkoutEvent('completed', free)], '1007')
    assert.equal(outcome.status, 'fulfilled')
    assert.deepEqual(outcome.fulfilments, ['cs_test_7'])
  })

  await t.test('a session that only stores a card is finished and makes no order', async () => {
    const setup = checkoutEvent('completed', {
      order: '1008',
      mode: 'setup',
      status: 'no_payment_required',
      payment: null
    })
    const outcome = await settled([setup], '1008')
    assert.equal(outcome.status, undefined)
    assert.deepEqual(outcome.fulfilments, [])
  })

  await t.test('a second paid payment is marked, announced, and fulfils nothing', async () => {
    await settled([checkoutEvent('completed', { order: '1009', payment: 'pi_9a' })], '1009')
    const outcome = await settled([checkoutEvent('completed', { order: '1009', payment: 'pi_9b' })], '1009')
    assert.equal(outcome.status, 'fulfilled')
    assert.deepEqual(outcome.fulfilments, ['pi_9a'])
    assert.deepEqual(outcome.paid_twice, ['pi_9b'])
    assert.deepEqual(outcome.announcements, ['order.fulfilled', 'order.paid_twice'])
  })

  await t.test('orders of two accounts with one id stay two', async () => {
    const events = [
      checkoutEvent('completed', { order: '1010', payment: 'pi_10' }),
      checkoutEvent('async_payment_failed', {
        order: '1010',
        payment: 'pi_10',
        account: 'acct_1',
        email: null
      })
    ]
    const own = await settled(events, '1010')
    assert.equal(own.status, 'fulfilled')
    assert.equal((await outcomeOf(shop.ledger, '1010', 'acct_1')).status, 'payment_failed')
  })
})
