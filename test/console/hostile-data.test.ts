import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startReplay } from '@paidonce/operator/operations/replay/start-replay'
import { EVENT_JOB_OPTIONS } from '@paidonce/shared/queues'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { isAccessible, openBrowser, signedIn } from '../support/open-browser.ts'
import { startShop } from '../support/shop.ts'
import { startConsole } from '../support/start-console.ts'

/** Markup, a text that runs from right to left, characters that databases refuse, and a word without an end. */
const HOSTILE = `<script>pwned=1</script><img src=x onerror="pwned=1">'"&lt;/../%2e\u202Eexe.txt\u0000\ud800${'w'.repeat(300)}`

test('whatever strangers wrote stays text on every page, on a phone and in the dark', async t => {
  const shop = await startShop(t)
  const event = checkoutEvent('completed', {
    order: HOSTILE,
    payment: `pi_${HOSTILE}`,
    session: `cs_${HOSTILE}`,
    email: `${HOSTILE}@example.com`,
    locale: HOSTILE
  })
  const strange = {
    ...checkoutEvent('async_payment_failed', { order: 'plain' }),
    type: 'checkout.session.of_next_year'
  }
  await shop.deliverAll([event])
  await shop.finished([event])
  await shop.events.add(
    'strange',
    { id: strange.id, event: strange, receivedAt: new Date().toISOString(), how: 'webhook' },
    { ...EVENT_JOB_OPTIONS, jobId: strange.id, attempts: 1 }
  )
  const order = await eventually(async () => {
    const { rows } = await shop.ledger.pool.query(
      `select orders.id from orders, events where events.id = $1 and failed is not null`,
      [strange.id]
    )
    assert.equal(rows.length, 1)
    return rows[0].id as string
  })
  // Such a type gets no further than the ingest; were it in the ledger all the same, it would do nothing.
  const text = HOSTILE.replace('\0', '').toWellFormed()
  await shop.ledger.pool.query('update events set type = $2, error_text = $2 where id = $1', [
    strange.id,
    text
  ])
  await shop.ledger.pool.query(`insert into sweeps (account, since, until) values ('', now(), now())`)
  await shop.ledger.pool.query(
    `insert into missed_events (id, account, type, created, cause) values ($1, '', $2, now(), $2)`,
    [strange.id, text]
  )
  const which = { ids: [event.id, strange.id] }
  const replay = await startReplay(shop.ledger, { which, who: text, why: 'why not' })

  const { url } = await startConsole(t, shop)
  const page = await signedIn(await openBrowser(t), url, 'olga')
  await page.setViewportSize({ width: 390, height: 800 })
  await page.emulateMedia({ colorScheme: 'dark' })
  const pages = {
    '/orders': '<script>',
    [`/orders/${encodeURIComponent(order)}`]: '<script>',
    '/events': '<script>',
    [`/events/${event.id}`]: '<script>',
    [`/events/${strange.id}`]: '<script>',
    '/events?error=UNKNOWN_EVENT_TYPE': strange.id,
    '/failures': '<script>',
    '/gaps': '<script>',
    '/doctor': 'Redis',
    '/replays': '<script>',
    [`/replays/${replay}`]: '<script>',
    [`/replays/new?event=${event.id}`]: 'What would change',
    [`/replays/new?event=${strange.id}`]: '<script>',
    '/letters': 'Letters'
  }
  for (const [path, expected] of Object.entries(pages)) {
    await t.test(path.slice(0, 40), async () => {
      assert.equal((await page.goto(`${url}${path}`))?.status(), 200)
      for (const folded of await page.locator('summary').all()) await folded.click()
      assert.ok((await page.locator('main').innerText()).includes(expected))
      assert.deepEqual(await page.evaluate(STRANGE), [0, 'undefined'])
      assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= 390, 'is too wide')
      await isAccessible(page)
    })
  }

  await t.test('an order of such a name is found by it', async () => {
    await page.goto(`${url}/orders`)
    await page.getByRole('searchbox').fill(order)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${url}/orders/*`)
    assert.equal((await page.request.get(page.url())).status(), 200)
  })
})

/** What markup of theirs would have left behind. */
const STRANGE = `[document.querySelectorAll('script:not([src^="/assets/"]), img:not([src^="/assets/"])').length, typeof pwned]`
