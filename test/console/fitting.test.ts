import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBrowser, signedIn } from '../support/open-browser.ts'
import { startConsole } from '../support/start-console.ts'

const TYPE = 'checkout.session.async_payment_failed'

/** Ids as long as Stripe's, and an order's of several parts. */
const SHOP = `
  insert into events (id, mode, type, order_id, received, how, failed, error_code, error_text, code_version)
  select 'evt_1Q7fE2FailedEvent00' || n, 'test', '${TYPE}', 'order-2026-11-24-000' || n, now(), 'sweep',
         case when n = 1 then now() end, 'SQLSTATE_22001', 'PostgreSQL refused a value that is too long', '0.9.0'
  from generate_series(1, 4) as n;
  insert into missed_events (id, account, type, created, cause)
  select 'evt_1Q7fE2FailedEvent00' || n, '', '${TYPE}', now(), 'endpoint_disabled' from generate_series(1, 4) as n;
  insert into letters (account, payment_id, kind, order_id, status, reason)
  values ('', 'pi_1', 'payment_failed', 'order-2026-11-24-0001', 'given_up', 'SMTP 550');`

test('at a usual width nothing is cut off, broken within a word, or out of line', async t => {
  const { url, ledger } = await startConsole(t)
  await ledger.pool.query(SHOP)
  const page = await signedIn(await openBrowser(t), url, 'olga')
  await page.setViewportSize({ width: 1_280, height: 900 })

  await t.test('of the gaps all columns are seen', async () => {
    await page.goto(`${url}/gaps`)
    const [shown, needed] = await page
      .locator('#missed .table')
      .evaluate(({ clientWidth, scrollWidth }) => [clientWidth, scrollWidth])
    assert.equal(needed, shown)
    const lines = await page
      .locator('#missed a[href^="/orders"]')
      .evaluateAll(links => links.map(link => link.getClientRects().length))
    assert.ok(
      lines.every(count => count <= 2),
      lines.join()
    )
    assert.deepEqual(await brokenTypes(page), [])
  })

  await t.test(
    'of the failures what failed and what will be tried again are two parts of a sentence',
    async () => {
      await page.goto(`${url}/failures`)
      await page.getByText('1 failed, 3 will be tried again').waitFor()
      assert.deepEqual(await brokenTypes(page), [])
    }
  )

  await t.test('what can be done about a letter stands in one line', async () => {
    await page.goto(`${url}/letters/1`)
    const tops = await page
      .locator('#mend > *')
      .evaluateAll(elements => elements.map(element => Math.round(element.getBoundingClientRect().top)))
    assert.equal(tops.length, 3)
    assert.equal(new Set(tops).size, 1, tops.join())
  })
})

/** Words of types of which a part stands on the next line. */
const brokenTypes = async (page: Page): Promise<string[]> => {
  const types = page.getByText(TYPE)
  assert.ok((await types.count()) > 0)
  return await types.evaluateAll(elements =>
    elements.flatMap(element =>
      [...element.childNodes].flatMap(word => {
        const range = element.ownerDocument.createRange()
        range.selectNodeContents(word)
        return range.getClientRects().length > 1 ? [word.textContent ?? ''] : []
      })
    )
  )
}
