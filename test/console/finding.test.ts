import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkoutEvent } from '../support/events.ts'
import { isAccessible, openBrowser, signedIn } from '../support/open-browser.ts'
import { startShop } from '../support/shop.ts'
import { startConsole } from '../support/start-console.ts'

test('orders and events are found in the console by whatever is known of them', async t => {
  const shop = await startShop(t)
  const { url } = await startConsole(t, shop)
  const browser = await openBrowser(t)
  const [first, other] = ['1001', '1002'].map(order =>
    checkoutEvent('completed', { order, payment: `pi_${order}`, email: `ann${order}@example.com` })
  ) as [ReturnType<typeof checkoutEvent>, ReturnType<typeof checkoutEvent>]
  await shop.deliverAll([first, other])
  await shop.finished([first, other])
  const olga = await signedIn(browser, url, 'olga')
  const vera = await signedIn(browser, url, 'vera')

  const find = async (page: typeof olga, list: string, text: string) => {
    await page.goto(`${url}${list}`)
    await page.getByRole('searchbox', { name: 'Search' }).fill(text)
    await page.keyboard.press('Enter')
  }

  await t.test('an exact id leads to the one order or event that it names', async () => {
    const payment = 'https://dashboard.stripe.com/test/payments/pi_1001'
    for (const text of ['1001', payment, first.id]) {
      await find(vera, '/orders', text)
      await vera.getByRole('heading', { name: 'Order 1001' }).waitFor()
    }
    await find(vera, '/events', '1001')
    await vera.getByRole('heading', { name: `Event ${first.id}` }).waitFor()
  })

  await t.test('operators search by e-mail address, which comes into no URL', async () => {
    await find(olga, '/orders', 'ANN1002@example.com')
    await olga.getByRole('link', { name: '1002' }).waitFor()
    assert.equal(olga.url(), `${url}/orders`)
    assert.equal(await olga.getByRole('row').count(), 2)
    const inUrl = await olga.goto(`${url}/orders?text=ann%40example.com`)
    assert.equal(inUrl?.status(), 400)
  })

  await t.test('viewers do not, and see no address', async () => {
    await find(vera, '/events', 'ann1002@example.com')
    await vera.getByRole('alert').getByText('Only operators may search by e-mail address.').waitFor()
    for (const path of ['/orders', '/events', `/events/${first.id}`, '/orders/1001', '/failures']) {
      await vera.goto(`${url}${path}`)
      assert.doesNotMatch(await vera.content(), /@example|Ann Example|Payload/, path)
    }
  })

  await t.test('an operator unfolds and copies what Stripe sent', async () => {
    await olga.goto(`${url}/events/${first.id}`)
    await olga.getByText('Show what Stripe sent').click()
    const shown = await olga.locator('#payload').textContent()
    assert.deepEqual(JSON.parse(shown ?? ''), first)
    await olga.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await olga.getByRole('button', { name: 'Copy' }).click()
    await olga.getByRole('button', { name: 'Copied' }).waitFor()
    assert.equal(await olga.evaluate('navigator.clipboard.readText()'), shown)
    await isAccessible(olga)
  })

  await t.test('every list can be used with a screen reader, and says so when there is nothing', async () => {
    for (const path of ['/orders', '/events', '/failures', '/orders?status=review', '/events?state=failed']) {
      await olga.goto(`${url}${path}`)
      await isAccessible(olga)
    }
    await olga.getByText('There is no such event.').waitFor()
  })
})
