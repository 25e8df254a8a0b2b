import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkInvariants } from '@paidonce/invariants/check-invariants'
import { startMail } from '@paidonce/local-stack/mail/start-mail'
import { mendLetters } from '@paidonce/operator/cli/mend-letters'
import { replay } from '@paidonce/operator/cli/replay'
import { ANNOUNCEMENTS_QUEUE, LETTERS_QUEUE } from '@paidonce/shared/queues'
import { Queue, Worker } from 'bullmq'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { openBrowser, signedIn } from '../support/open-browser.ts'
import { openRedis } from '../support/own-redis.ts'
import { runOperator } from '../support/run-operator.ts'
import { SETTLING_RULES } from '../support/settling-rules.ts'
import { startShop } from '../support/shop.ts'
import { startConsole } from '../support/start-console.ts'
import { enqueue, refuse } from './replaying.ts'

/** Of each, half are mended in the console and half on the command line. */
const [LETTERS = 0, EVENTS = 0] = (process.env.PAIDONCE_MANY ?? '40,20').split(',').map(Number)
const PERSON = ['--by', 'ann', '--why', 'the cause is mended', '--yes']

const many = (count: number, name: string) => Array.from({ length: count }, (_, index) => `${name}${index}`)

test('the mail server away and a bad trigger: each group is mended from the console and the command line, and all that must hold holds', async t => {
  let mail = await startMail()
  t.after(() => mail.stop())
  const shop = await startShop(t, { env: { SMTP_URL: mail.smtpUrl } })
  const { url } = await startConsole(t, shop)
  const browser = await openBrowser(t)
  const env = { DATABASE_URL: shop.databaseUrl, REDIS_URL: shop.redisUrl }
  const count = async (what: string) =>
    Number((await shop.ledger.pool.query(`select count(*) as n from ${what}`)).rows[0].n)
  const counts = (what: string, wanted: number) =>
    eventually(async () => assert.equal(await count(what), wanted))

  const mend = await refuse(shop, 'checkout.session.async_payment_succeeded')
  const fail = (orders: readonly string[]) =>
    shop.deliverAll(orders.map(order => checkoutEvent('async_payment_failed', { order })))
  mail.answer(() => ({ code: 550, message: 'not today' }))
  await fail(many(LETTERS / 2, 'refused'))
  await counts(`letters where status = 'given_up'`, LETTERS / 2)
  await mail.stop()
  await fail(many(LETTERS / 2, 'late'))
  await counts(`letters where status = 'owed' and reason is not null`, LETTERS / 2)
  const orders = many(EVENTS, 'e')
  await enqueue(
    shop,
    orders.map((order, index) =>
      checkoutEvent('async_payment_succeeded', {
        order,
        created: 1_700_000_000 + index,
        payment: `pi_${order}`
      })
    )
  )
  await counts('events where failed is not null', EVENTS)

  mail = await startMail({ smtpPort: Number(new URL(mail.smtpUrl).port) })
  await mend()
  const olga = await signedIn(browser, url, 'olga')

  await t.test('letters: some on the command line, the others in the console', async () => {
    const some = await runOperator(mendLetters, ['retry', '--all', '--reason', 'no answer', ...PERSON], env)
    assert.equal(some.code, 0, some.err)
    await counts(`letters where status = 'sent'`, LETTERS / 2)
    await olga.goto(`${url}/letters?status=given_up`)
    await olga.getByRole('button', { name: /^Try all \d+ now$/ }).click()
    await counts(`letters where status = 'sent'`, LETTERS)
    assert.equal(mail.letters().length, LETTERS)
  })

  await t.test('events: some on the command line, the others in the console', async () => {
    const some = await runOperator(
      replay,
      ['--failed', '--error', 'SQLSTATE_23514', '--limit', `${EVENTS / 2}`, ...PERSON],
      env
    )
    assert.equal(some.code, 0, some.err)
    await counts('events where failed is not null', EVENTS / 2)
    await olga.goto(`${url}/failures`)
    await olga.getByRole('link', { name: `Replay all ${EVENTS / 2}…` }).click()
    await olga
      .getByText(`${EVENTS / 2} events would be read again. ${EVENTS / 2} orders would change`)
      .waitFor()
    await olga.getByLabel('Why').fill('the trigger is gone')
    await olga.getByRole('button', { name: `Replay ${EVENTS / 2} events` }).click()
    await counts('fulfilments', EVENTS)
    await counts('events where failed is not null', 0)
  })

  await t.test('every invariant holds', async () => {
    const shopsOwn = new Worker(ANNOUNCEMENTS_QUEUE, async () => undefined, {
      connection: openRedis(t, shop.redisUrl)
    })
    t.after(() => shopsOwn.close())
    await counts('announcements where done is null', 0)
    // Letters that were put off still have the jobs of that, for their time. Put forward, each finds that a newer one has sent.
    const letters = new Queue(LETTERS_QUEUE, { connection: openRedis(t, shop.redisUrl) })
    await letters.promoteJobs()
    await eventually(async () =>
      assert.equal(await letters.getJobCountByTypes('waiting', 'active', 'delayed'), 0)
    )
    assert.equal(mail.letters().length, LETTERS)
    const report = await checkInvariants({
      databaseUrl: shop.databaseUrl,
      redisUrl: shop.redisUrl,
      rules: { ...SETTLING_RULES, orderIdFrom: ['metadata.order_id'] },
      drained: true,
      now: Date.now()
    })
    assert.deepEqual(report.violations, [])
    assert.equal(await shop.events.getFailedCount(), 0)
  })
})
