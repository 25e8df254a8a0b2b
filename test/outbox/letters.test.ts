import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type Mail, startMail } from '@paidonce/local-stack/mail/start-mail'
import { LETTERS_QUEUE } from '@paidonce/shared/queues'
import { Queue } from 'bullmq'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { outcomeOf } from '../support/outcome.ts'
import { openRedis } from '../support/own-redis.ts'
import { type Shop, startShop } from '../support/shop.ts'

async function startShopWithMail(t: TestContext) {
  const mail = await startMail()
  t.after(() => mail.stop())
  const shop = await startShop(t, { env: { SMTP_URL: mail.smtpUrl } })
  const queue = new Queue(LETTERS_QUEUE, { connection: openRedis(t, shop.redisUrl) })
  return { mail, shop, queue }
}

async function failPayment(shop: Shop, order: string) {
  const event = checkoutEvent('async_payment_failed', {
    order,
    payment: `pi_${order}`,
    email: `${order}@example.com`
  })
  await shop.deliverAll([event])
  await shop.finished([event])
}

const letterIs = (shop: Shop, order: string, status: string, reason?: RegExp) =>
  eventually(async () => {
    const [letter] = (await outcomeOf(shop.ledger, order)).letters
    assert.equal(letter?.status, status)
    if (reason !== undefined) assert.match(letter.reason ?? '', reason)
    return letter
  })

/** So that nobody has to wait for the delay of a retry: delayed letters run now. */
const hurry = async (queue: Queue) => {
  for (const job of await queue.getDelayed()) await job.promote()
}

const received = (mail: Mail, order: string) =>
  mail.letters().filter(({ to }) => to.includes(`${order}@example.com`))

test('a letter that the mail server puts off is tried again and sent once', async t => {
  const { mail, shop, queue } = await startShopWithMail(t)
  mail.answer(() => ({ code: 451, message: 'greylisted' }))
  await failPayment(shop, 'l1')
  await letterIs(shop, 'l1', 'owed', /answered 451/)
  mail.answer(() => undefined)
  await eventually(async () => {
    await hurry(queue)
    assert.equal((await outcomeOf(shop.ledger, 'l1')).letters[0]?.status, 'sent')
  })
  assert.equal(received(mail, 'l1').length, 1)
})

test('a letter that the mail server refuses is given up, and its row says why', async t => {
  const { mail, shop, queue } = await startShopWithMail(t)
  mail.answer(() => ({ code: 550, message: 'no such mailbox' }))
  await failPayment(shop, 'l2')
  await letterIs(shop, 'l2', 'given_up', /answered 550/)
  await eventually(async () => assert.equal(await queue.getFailedCount(), 1))
  assert.deepEqual((await outcomeOf(shop.ledger, 'l2')).status, 'payment_failed')
})

test('failed, then paid by a new session before the letter went: it is withdrawn', async t => {
  const { mail, shop, queue } = await startShopWithMail(t)
  mail.answer(() => ({ code: 451, message: 'later' }))
  await failPayment(shop, 'l3')
  await letterIs(shop, 'l3', 'owed', /answered 451/)

  const paid = checkoutEvent('completed', { order: 'l3', payment: 'pi_l3_second' })
  await shop.deliverAll([paid])
  await shop.finished([paid])
  mail.answer(() => undefined)
  await eventually(async () => {
    await hurry(queue)
    assert.equal((await outcomeOf(shop.ledger, 'l3')).letters[0]?.status, 'withdrawn')
  })
  assert.equal(received(mail, 'l3').length, 0)
  assert.equal((await outcomeOf(shop.ledger, 'l3')).status, 'fulfilled')
})

test('a second payment that is awaited withdraws the letter of the first', async t => {
  const { mail, shop } = await startShopWithMail(t)
  const awaited = checkoutEvent('completed', { order: 'l4', payment: 'pi_l4_second', status: 'unpaid' })
  await shop.deliverAll([awaited])
  await shop.finished([awaited])
  await failPayment(shop, 'l4')
  await letterIs(shop, 'l4', 'withdrawn')
  assert.equal(received(mail, 'l4').length, 0)
})

test('no mail server at all: orders go on, and the letter goes out when there is one', async t => {
  const { mail, shop, queue } = await startShopWithMail(t)
  const { port } = new URL(mail.smtpUrl)
  await mail.stop()
  await failPayment(shop, 'l5')
  await letterIs(shop, 'l5', 'owed', /no answer from the mail server/)
  assert.equal((await outcomeOf(shop.ledger, 'l5')).status, 'payment_failed')

  const back = await startMail({ smtpPort: Number(port) })
  t.after(() => back.stop())
  await eventually(async () => {
    await hurry(queue)
    assert.equal((await outcomeOf(shop.ledger, 'l5')).letters[0]?.status, 'sent')
  })
  assert.equal(received(back, 'l5').length, 1)
})

test('letters that Redis lost are handed over again', async t => {
  const { mail, shop, queue } = await startShopWithMail(t)
  mail.answer(() => ({ code: 451, message: 'later' }))
  await failPayment(shop, 'l6')
  await letterIs(shop, 'l6', 'owed', /answered 451/)
  await queue.obliterate({ force: true })
  mail.answer(() => undefined)
  // As if it had been handed over long ago.
  await shop.ledger.pool.query(`update letters set handed_over = now() - interval '2 minutes'`)
  await letterIs(shop, 'l6', 'sent')
  assert.equal(received(mail, 'l6').length, 1)
})
