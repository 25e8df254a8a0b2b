import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import { startMail } from '@paidonce/local-stack/mail/start-mail'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { outcomeOf } from '../support/outcome.ts'
import { startShop } from '../support/shop.ts'

const AS_SQL = [
  `'; drop table fulfilments; --`,
  `1' or '1'='1`,
  `$1`,
  `\\'; truncate orders; --`,
  `{"a","b"}`,
  `x' || (select payload::text from events limit 1) || '`
]

test('what looks like SQL is an order’s id and nothing else', async t => {
  const shop = await startShop(t)
  const events = AS_SQL.map((text, n) =>
    checkoutEvent('completed', { order: text, payment: `pi_${n}${text}`, currency: text, email: text })
  )
  await shop.deliverAll(events)
  await shop.finished(events)
  for (const [n, text] of AS_SQL.entries()) {
    const { status, fulfilments } = await outcomeOf(shop.ledger, text)
    assert.deepEqual([status, fulfilments], ['fulfilled', [`pi_${n}${text}`]])
  }
  const { rows } = await shop.ledger.pool.query('select count(*)::int as n from orders')
  assert.equal(rows[0].n, AS_SQL.length)
})

test('names that JavaScript keeps for itself are names like any other', async t => {
  const shop = await startShop(t)
  const own = '"__proto__":{"order_id":"stolen"},"constructor":{"prototype":{"order_id":"stolen"}}'
  // As text, for an object of ours could not hold it.
  const polluting = JSON.parse(
    JSON.stringify(checkoutEvent('completed', { order: 'none', session: 'cs_polluting' }))
      .replace('"metadata":{"order_id":"none"}', `"metadata":{${own}}`)
      .replace('"livemode"', `${own},"livemode"`)
  ) as StripeEvent
  const events = [
    polluting,
    checkoutEvent('completed', { order: '__proto__' }),
    checkoutEvent('completed', { session: 'cs_after' })
  ]
  for (const event of events) {
    await shop.deliverAll([event])
    await shop.finished([event])
  }
  const { rows } = await shop.ledger.pool.query(
    `select id from orders where status = 'fulfilled' order by id collate "C"`
  )
  assert.deepEqual(
    rows.map(({ id }) => id),
    ['__proto__', 'cs_after', 'cs_polluting']
  )
})

test('no address that an event or a setting names is asked for anything, but the mail server', async t => {
  const web = await startWeb(t)
  const mail = await startMail()
  t.after(() => mail.stop())
  const shop = await startShop(t, {
    workerEnv: { SMTP_URL: mail.smtpUrl, ORDER_URL: `${web.url}/orders/{order}` }
  })
  const event = checkoutEvent('async_payment_failed', { order: '1' })
  const { object } = event.data
  const urls = { url: web.url, href: web.url, path: web.url, success_url: web.url, recovered_from: web.url }
  const customer_details = { name: web.url, email: 'buyer@example.com', ...urls }
  const calling = { ...object, ...urls, metadata: { order_id: '1', ...urls }, customer_details }
  await shop.deliverAll([{ ...event, data: { object: calling } }])
  await shop.finished([event])
  await eventually(() => assert.equal(mail.letters().length, 1))
  assert.match(mail.letters()[0]?.text ?? '', new RegExp(`${web.url}/orders/1`))
  assert.deepEqual(web.asked, [])
  await fetch(web.url)
  assert.deepEqual(web.asked, ['/'])
})

const SEVERAL = [
  'one@example.com, two@example.com',
  'one@example.com;two@example.com',
  'one@example.com>, <two@example.com',
  'one@example.com\r\nRCPT TO:<two@example.com>',
  'one@example.com\nBcc: two@example.com',
  '"two@example.com, " <one@example.com>',
  'group: one@example.com, two@example.com;'
]

test('an address that holds more than one is written to once at most, and nobody is copied', async t => {
  const mail = await startMail()
  t.after(() => mail.stop())
  const shop = await startShop(t, { workerEnv: { SMTP_URL: mail.smtpUrl } })
  const events = SEVERAL.map((email, n) => checkoutEvent('async_payment_failed', { order: `a${n}`, email }))
  const marker = checkoutEvent('async_payment_failed', { order: 'marker', email: 'marker@example.com' })
  await shop.deliverAll([...events, marker])
  await eventually(async () => {
    const { rows } = await shop.ledger.pool.query(
      `select count(*)::int as n from letters where done is not null`
    )
    assert.equal(rows[0].n, SEVERAL.length + 1)
  })
  assert.ok(mail.letters().some(({ to }) => to.includes('marker@example.com')))
  for (const { to } of mail.letters()) {
    assert.equal(to.length, 1)
    assert.notEqual(to[0], 'two@example.com')
  }
})

/** Notes what it is asked for. */
async function startWeb(t: TestContext) {
  const asked: string[] = []
  const server = createServer(({ url = '' }, response) => {
    asked.push(url)
    response.end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => server.close())
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
