import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type Mail, startMail } from '@paidonce/local-stack/mail/start-mail'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { outcomeOf } from '../support/outcome.ts'
import { type Shop, startShop } from '../support/shop.ts'
import { disputed, failEvents, hurry, mailsOf, OPERATIONS, untold } from './alerts.ts'

async function startShopWithMail(t: TestContext, { workers = 1, to = OPERATIONS } = {}) {
  const mail = await startMail()
  t.after(() => mail.stop())
  const env = { SMTP_URL: mail.smtpUrl, ...(to !== '' && { OPERATIONS_EMAIL: to }) }
  const shop = await startShop(t, { workers, workerEnv: env })
  return { mail, shop }
}

const told = (mail: Mail) => mail.letters().filter(({ to }) => to.includes(OPERATIONS))

const eventuallyTold = (mail: Mail, shop: Shop, times: number) =>
  eventually(async () => {
    await hurry(shop.ledger)
    assert.equal(told(mail).length, times)
    assert.ok((await mailsOf(shop.ledger)).every(({ sent }) => sent !== null))
    return told(mail).at(-1)
  })

/** A mail is being gathered already, and its time comes when the test says so, however slow the machine is. */
const openMail = ({ ledger }: Shop) =>
  ledger.pool.query(`insert into operations_mails (next_try) values (now() + interval '1 hour')`)

test('a storm of 300 failed events and 20 disputes is one mail, and the next storm waits for the next', async t => {
  const { mail, shop } = await startShopWithMail(t, { to: `first@shop.example, ${OPERATIONS}` })
  await openMail(shop)
  const orders = Array.from({ length: 20 }, (_, n) => `d${n}`)
  const events = orders.flatMap(disputed)
  await shop.deliverAll(events)
  await shop.finished(events)
  await failEvents(shop.ledger, 300)
  const letter = await eventuallyTold(mail, shop, 1)

  await t.test('its subject says how much of what, the most pressing first', () => {
    assert.equal(letter?.subject, 'paidonce (test mode): 20 disputes, 300 failed events')
    assert.deepEqual([...(letter?.to ?? [])].sort(), ['first@shop.example', OPERATIONS])
  })
  await t.test('its text names the newest of them, and says how many more there are', () => {
    for (const order of orders) assert.match(letter?.text ?? '', new RegExp(`Order ${order} · €30.00\n`))
    assert.equal(letter?.text.match(/SQLSTATE_22001 · evt_/g)?.length, 20)
    assert.match(letter?.text ?? '', /\nand 280 more\n/)
    assert.match(letter?.text ?? '', /npx --no-install paidonce order d\d+\n/)
  })
  await t.test('nothing of a buyer is in it', () => {
    assert.doesNotMatch(JSON.stringify(letter), /buyer\.example|Ann/)
  })
  await t.test('what happens within the interval waits, and is one mail again', async () => {
    await failEvents(shop.ledger, 30)
    await eventually(async () => assert.equal((await mailsOf(shop.ledger)).length, 2))
    await failEvents(shop.ledger, 30)
    const { rows } = await shop.ledger.pool.query(`
      select extract(epoch from next_try - (select max(sent) from operations_mails))::int as later
      from operations_mails where sent is null`)
    assert.deepEqual(rows, [{ later: 900 }])
    assert.equal(told(mail).length, 1)

    const second = await eventuallyTold(mail, shop, 2)
    assert.equal(second?.subject, 'paidonce (test mode): 60 failed events')
    assert.notEqual(second?.messageId, letter?.messageId)
    assert.equal(await untold(shop.ledger), 0)
  })
})

test('two workers send one mail, some seconds after the first alert', async t => {
  const { mail, shop } = await startShopWithMail(t, { workers: 2 })
  await failEvents(shop.ledger, 1)
  await eventually(async () => assert.ok((await mailsOf(shop.ledger))[0]?.sent))
  await failEvents(shop.ledger, 1)
  await eventually(async () => assert.equal((await mailsOf(shop.ledger)).length, 2))
  assert.deepEqual(
    told(mail).map(({ subject }) => subject),
    ['paidonce (test mode): 1 failed event']
  )
})

test('no mail server: nothing is lost, the log says why, and the mail goes when there is one', async t => {
  const { mail, shop } = await startShopWithMail(t)
  const { port } = new URL(mail.smtpUrl)
  await mail.stop()
  await failEvents(shop.ledger, 2)
  await eventually(async () => {
    await hurry(shop.ledger)
    assert.match((await mailsOf(shop.ledger))[0]?.reason ?? '', /no answer from the mail server/)
  })
  const log = shop.workers[0]?.lines.find(line => line.includes('operations could not be told'))
  assert.match(log ?? '', /ESOCKET|ECONNREFUSED/)
  assert.doesNotMatch(log ?? '', new RegExp(OPERATIONS))

  const back = await startMail({ smtpPort: Number(port) })
  t.after(() => back.stop())
  const letter = await eventuallyTold(back, shop, 1)
  assert.equal(letter?.subject, 'paidonce (test mode): 2 failed events')
})

test('a mail server that refuses the address for good is asked again, for the address may be mended', async t => {
  const { mail, shop } = await startShopWithMail(t)
  mail.answer(() => ({ code: 550, message: 'no such mailbox' }))
  await failEvents(shop.ledger, 1)
  await eventually(async () => {
    await hurry(shop.ledger)
    assert.match((await mailsOf(shop.ledger))[0]?.reason ?? '', /answered 550/)
  })
  mail.answer(() => undefined)
  await eventuallyTold(mail, shop, 1)
})

test('a mail server that hangs over the mail holds up neither orders nor letters', async t => {
  const { mail, shop } = await startShopWithMail(t)
  let hangs = false
  mail.answer(({ to }) => {
    if (!to.includes(OPERATIONS)) return undefined
    hangs = true
    return 'hang'
  })
  await failEvents(shop.ledger, 1)
  await eventually(async () => {
    if (!hangs) await hurry(shop.ledger)
    assert.ok(hangs)
  })
  const failed = checkoutEvent('async_payment_failed', { order: '1', payment: 'pi_1' })
  await shop.deliverAll([failed])
  await eventually(async () => assert.equal((await outcomeOf(shop.ledger, '1')).letters[0]?.status, 'sent'))
  assert.equal((await mailsOf(shop.ledger))[0]?.sent, null)
})

test('a worker that dies after sending and before saying so: the same mail again, under the same Message-ID', async t => {
  const { mail, shop } = await startShopWithMail(t)
  mail.answer(() => {
    shop.workers[0]?.kill('SIGKILL')
    return undefined
  })
  await failEvents(shop.ledger, 3)
  await eventually(async () => {
    if (told(mail).length === 0) await hurry(shop.ledger)
    assert.equal(told(mail).length, 1)
  })
  assert.deepEqual(await shop.workers[0]?.ended, { code: null, signal: 'SIGKILL' })
  assert.equal((await mailsOf(shop.ledger))[0]?.sent, null)

  mail.answer(() => undefined)
  await failEvents(shop.ledger, 5)
  await shop.startWorker()
  await eventuallyTold(mail, shop, 2)
  const [first, again] = told(mail)
  assert.deepEqual(
    [again?.messageId, again?.subject, again?.text],
    [first?.messageId, first?.subject, first?.text]
  )
  assert.match(first?.messageId ?? '', /^<operations\.[0-9a-f-]{36}@example\.com>$/)
  await eventuallyTold(mail, shop, 3)
  assert.equal(told(mail)[2]?.subject, 'paidonce (test mode): 5 failed events')
})

test('without an address nobody is told, and nothing is noted as told', async t => {
  const { mail, shop } = await startShopWithMail(t, { to: '' })
  await failEvents(shop.ledger, 1)
  const failed = checkoutEvent('async_payment_failed', { order: '1', payment: 'pi_1' })
  await shop.deliverAll([failed])
  await eventually(() => assert.equal(mail.letters().length, 1))
  assert.deepEqual(await mailsOf(shop.ledger), [])
  assert.equal(await untold(shop.ledger), 1)
})

test('an order’s id that is made to do harm is one line of text', async t => {
  const { mail, shop } = await startShopWithMail(t)
  await openMail(shop)
  const order = 'x"><img src=https://evil.example/>\r\nBcc: all@shop.example\r\n\u202e`rm -rf ~`;$(reboot)'
  const events = disputed(order)
  await shop.deliverAll(events)
  await shop.finished(events)
  const letter = await eventuallyTold(mail, shop, 1)
  assert.equal(letter?.subject, 'paidonce (test mode): 1 dispute')
  assert.deepEqual(letter?.to, [OPERATIONS])
  assert.doesNotMatch(letter?.html ?? '', /<img/)
  assert.doesNotMatch(letter?.text ?? '', /\u202e|^Bcc|npx --no-install paidonce order x/m)
  assert.match(letter?.text ?? '', /Order x"><img src=https:\/\/evil\.example\/> Bcc: all@shop\.example/)
})
