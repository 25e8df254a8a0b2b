import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startMail } from '@paidonce/local-stack/mail/start-mail'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { isAccessible, openBrowser, signedIn } from '../support/open-browser.ts'
import { startShop } from '../support/shop.ts'
import { startConsole } from '../support/start-console.ts'

const MANY = 20

test('letters are found, shown, sent once more, tried anew and discarded in the console', async t => {
  const mail = await startMail()
  t.after(() => mail.stop())
  const shop = await startShop(t, { env: { SMTP_URL: mail.smtpUrl } })
  const { url } = await startConsole(t, { ...shop, env: { SHOP_NAME: 'Small Books' } })
  const browser = await openBrowser(t)
  const [olga, vera] = [await signedIn(browser, url, 'olga'), await signedIn(browser, url, 'vera')]

  const fail = async (orders: readonly string[]) => {
    const events = orders.map(order =>
      checkoutEvent('async_payment_failed', {
        order,
        payment: `pi_${order}`,
        email: `${order}@example.com`
      })
    )
    await shop.deliverAll(events)
    await shop.finished(events)
  }
  const lettersOf = async (like: string) =>
    (
      await shop.ledger.pool.query<{ id: string; status: string; reason: string | null }>(
        'select id, status, reason from letters where order_id like $1 order by id',
        [like]
      )
    ).rows
  const all = (like: string, status: string, count: number) =>
    eventually(async () => {
      const letters = await lettersOf(like)
      assert.deepEqual([letters.length, letters.filter(one => one.status === status).length], [count, count])
    })
  const sentTo = (address: string) => mail.letters().filter(({ to }) => to.includes(address))

  await fail(['wrong'])
  await all('wrong', 'sent', 1)

  await t.test('a letter is found by its order, and looks as the customer sees it', async () => {
    await olga.goto(`${url}/letters`)
    await isAccessible(olga)
    await olga.getByLabel('Search').fill('wrong')
    await olga.getByRole('button', { name: 'Find' }).click()
    await olga.getByRole('heading', { name: 'Letter “payment failed”' }).waitFor()
    await olga.locator('#state').getByText('wrong@example.com').waitFor()
    await olga.frameLocator('iframe').getByText('Small Books').first().waitFor()
    await isAccessible(olga)
  })

  await t.test(
    'it is sent to a corrected address, as another mail, and once however often it is pressed',
    async () => {
      await olga.getByText('Send it once more…').click()
      await olga.getByLabel('To another address').fill('right@example.com')
      await olga.getByLabel('Why').fill('the buyer mistyped it')
      await olga.getByRole('button', { name: 'Send it' }).click()
      await eventually(() => assert.equal(sentTo('right@example.com').length, 1))
      await olga.locator('#state').getByText('sent', { exact: true }).waitFor()
      const [first, again] = [...sentTo('wrong@example.com'), ...sentTo('right@example.com')]
      assert.notEqual(first?.messageId, again?.messageId)
      const { rows } = await shop.ledger.pool.query(
        `select who, what, why, order_id, about is not null as about, result from operator_actions where what like 'resend%'`
      )
      assert.deepEqual(rows, [
        {
          who: 'olga',
          what: 'resend letter to another address',
          why: 'the buyer mistyped it',
          order_id: 'wrong',
          about: true,
          result: 'done'
        }
      ])
    }
  )

  await t.test('a form that is older than the letter does nothing, and says so', async () => {
    const [letter] = await lettersOf('wrong')
    await olga.goto(`${url}/letters/${letter?.id}`)
    await shop.ledger.pool.query('update letters set round = round + 1 where id = $1', [letter?.id])
    await olga.getByText('Send it once more…').click()
    await olga.getByLabel('Why').fill('twice')
    await olga.getByRole('button', { name: 'Send it' }).click()
    await olga.getByRole('alert').getByText('Nothing was done').waitFor()
    assert.deepEqual((await lettersOf('wrong'))[0]?.status, 'sent')
  })

  await t.test('a viewer sees states, and neither addresses nor what is written', async () => {
    const [letter] = await lettersOf('wrong')
    for (const path of ['/letters', `/letters/${letter?.id}`]) {
      await vera.goto(`${url}${path}`)
      await vera.locator('.badge', { hasText: 'sent' }).first().waitFor()
      assert.doesNotMatch(await vera.content(), /@example\.com|iframe|Small Books/)
    }
    const html = await vera.request.get(`${url}/letters/${letter?.id}/html`)
    assert.equal(html.status(), 403)
  })

  await t.test('letters that a mail server puts off are all tried at once when it works again', async () => {
    mail.answer(() => ({ code: 451, message: 'later' }))
    await fail(Array.from({ length: MANY }, (_, index) => `late${index}`))
    await eventually(async () =>
      assert.equal((await lettersOf('late%')).filter(({ reason }) => reason !== null).length, MANY)
    )
    await olga.goto(`${url}/letters?failing=yes`)
    await isAccessible(olga)
    mail.answer(() => undefined)
    await olga.getByRole('button', { name: /^Try all \d+ now$/ }).click()
    await all('late%', 'sent', MANY)
    for (let index = 0; index < MANY; index++) assert.equal(sentTo(`late${index}@example.com`).length, 1)
  })

  await t.test('a letter that was given up is discarded, with the reason in its row', async () => {
    mail.answer(() => ({ code: 550, message: 'no such mailbox' }))
    await fail(['nobody'])
    await all('nobody', 'given_up', 1)
    const [letter] = await lettersOf('nobody')
    await olga.goto(`${url}/letters/${letter?.id}`)
    await olga.getByText('Discard it…').click()
    await olga.locator('form[action$="/discard"]').getByLabel('Why').fill('called them')
    await olga.getByRole('button', { name: 'Discard it' }).click()
    await olga.locator('#state').getByText('discarded by olga: called them').waitFor()
    await all('nobody', 'withdrawn', 1)
  })
})
