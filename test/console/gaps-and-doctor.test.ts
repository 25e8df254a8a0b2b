import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTwin } from '@paidonce/stripe-twin/api/start-twin'
import { eventually } from '../support/eventually.ts'
import { isAccessible, openBrowser, signedIn } from '../support/open-browser.ts'
import { startConsole } from '../support/start-console.ts'

test('the console says what was missing, and what does not fit together', async t => {
  const twin = await startTwin({
    target: { url: 'http://127.0.0.1:1/webhook', secret: 'whsec_hush' },
    onError: error => assert.fail(error)
  })
  t.after(() => twin.stop())
  const { url, ledger } = await startConsole(t, {
    env: { STRIPE_SECRET_KEY: 'sk_test_hush', STRIPE_API_URL: twin.url, STRIPE_MODE: 'test' }
  })
  const browser = await openBrowser(t)
  const vera = await signedIn(browser, url, 'vera')
  const olga = await signedIn(browser, url, 'olga')

  await t.test('before anything was compared it says what that needs', async () => {
    await vera.goto(`${url}/gaps`)
    await vera.locator('#standing').getByText('STRIPE_SECRET_KEY').waitFor()
    await isAccessible(vera)
  })

  await t.test(
    'what is missing is counted, with its likely cause, and comes up without a reload',
    async () => {
      await ledger.pool.query(`
      insert into sweeps (account, since, until, listed, missed) values ('', '2026-05-01', '2026-05-02T12:03:10Z', 7, 1);
      insert into missed_events (id, account, type, created, cause)
        values ('evt_1', '', 'charge.refunded', now() - interval '1 day', 'endpoint_disabled')`)
      await vera.locator('#standing').getByText('gap 1 as of 2026-05-02 12:03:10').waitFor()
      const [row] = await vera.locator('#missed tbody tr').allInnerTexts()
      assert.match(row ?? '', /evt_1.*charge\.refunded.*endpoint disabled.*waiting/s)
      await vera.locator('#causes').getByText('enable it there').waitFor()
      await isAccessible(vera)
      await vera.goto(url)
      await vera
        .locator('#verdict')
        .getByRole('link', { name: /^1 event missing/ })
        .click()
      await vera.waitForURL(`${url}/gaps`)
    }
  )

  await t.test('a viewer has no doctor, an operator sees what he found and what to do', async () => {
    assert.equal((await vera.goto(`${url}/doctor`))?.status(), 403)
    twin.endpoints.set([{ url: 'https://shop.example/webhook', enabled_events: ['*'], status: 'disabled' }])
    await olga.getByRole('link', { name: 'Doctor' }).click()
    await olga
      .locator('#verdict')
      .getByText(/problem/)
      .waitFor()
    const endpoint = await olga.locator('#of-endpoint').innerText()
    assert.match(endpoint, /disabled/)
    await olga.getByRole('heading', { name: 'Redis' }).waitFor()
    assert.doesNotMatch(await olga.content(), /hush/)
    await isAccessible(olga)
  })

  await t.test('what could not be looked at is said first, too', async () => {
    await twin.stop()
    // What he saw is kept for ten seconds, so that nobody asks Stripe more often.
    await eventually(async () => {
      await olga.goto(`${url}/doctor`)
      assert.match(await olga.locator('#verdict').innerText(), /Stripe could not be looked at\.$/)
    })
  })
})
