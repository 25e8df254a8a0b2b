import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkoutEvent } from '../support/events.ts'
import { isAccessible, openBrowser, signedIn } from '../support/open-browser.ts'
import { startShop } from '../support/shop.ts'
import { PASSWORD, startConsole } from '../support/start-console.ts'

test('an order that waits for review is read and approved in the console', async t => {
  const shop = await startShop(t)
  const { url } = await startConsole(t, shop)
  const browser = await openBrowser(t)
  await shop.ledger.pool.query(`select register_order('', 'o1', 3001, 'eur')`)
  const event = checkoutEvent('completed', { order: 'o1', payment: 'pi_o1' })
  await shop.deliverAll([event])
  await shop.finished([event])

  await t.test('a wrong password lets nobody in, and is not said to be of a user', async () => {
    const page = await browser.newPage()
    await page.goto(`${url}/orders/o1`)
    await page.getByLabel('Name').fill('olga')
    await page.getByLabel('Password').fill(`${PASSWORD}!`)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').getByText('There is no user with this name and password.').waitFor()
    await isAccessible(page)
    await page.getByLabel('Password').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Order o1' }).waitFor()
  })

  await t.test('a viewer sees the order, and nothing to press but "Sign out"', async () => {
    const page = await signedIn(browser, url, 'vera')
    await page.goto(`${url}/orders/o1`)
    await page.getByText('amount differs').waitFor()
    assert.deepEqual(await page.getByRole('button').allTextContents(), ['Sign out'])
  })

  await t.test('an operator approves it, and sees it fulfilled without loading the page again', async () => {
    const page = await signedIn(browser, url, 'olga')
    await page.goto(`${url}/orders/o1`)
    await isAccessible(page)
    await page.getByLabel('Why').fill('the buyer paid shipping too')
    await page.getByRole('button', { name: 'Approve the order' }).click()
    await page.locator('#state').getByText('fulfilled', { exact: true }).waitFor()
    await page.locator('#timeline').getByText('olga: approve order').waitFor()
  })
})
