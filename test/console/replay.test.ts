import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startReplay } from '@paidonce/operator/operations/replay/start-replay'
import { EVENT_JOB_OPTIONS } from '@paidonce/shared/queues'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import type { Page } from 'playwright-core'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { isAccessible, openBrowser, signedIn } from '../support/open-browser.ts'
import { type Shop, startShop } from '../support/shop.ts'
import { startConsole } from '../support/start-console.ts'

/** With one attempt, since waiting for eight takes minutes. Resolves once the ledger says that all of them failed. */
async function fail({ events, ledger }: Shop, all: readonly StripeEvent[]) {
  await events.addBulk(
    all.map(event => ({
      name: event.type,
      data: { id: event.id, event, receivedAt: new Date().toISOString(), how: 'webhook' },
      opts: { ...EVENT_JOB_OPTIONS, jobId: event.id, attempts: 1 }
    }))
  )
  await eventually(async () => {
    const { rows } = await ledger.pool.query(
      'select id from events where id = any($1) and failed is not null',
      [all.map(({ id }) => id)]
    )
    assert.equal(rows.length, all.length)
  })
}

/** The database refuses what is to be finished, as after a change that nobody tried. Gives what mends it. */
async function breakDatabase({ ledger }: Shop) {
  await ledger.pool.query(`
    create function refuse() returns trigger language plpgsql as
      $$ begin raise exception 'refused' using errcode = '22000'; end $$;
    create trigger refuse before insert or update on events for each row
      when (new.finished is not null) execute function refuse()`)
  return async () => {
    await ledger.pool.query('drop trigger refuse on events; drop function refuse')
  }
}

const ordersFor = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, n) =>
    checkoutEvent('completed', { order: `${prefix}${n}`, payment: `pi_${prefix}${n}` })
  )

async function tabTo(page: Page, name: string) {
  for (let steps = 0; steps < 40; steps++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(
      `document.activeElement?.labels?.[0]?.textContent.trim() || document.activeElement?.textContent.trim()`
    )
    if (String(focused).startsWith(name)) return
  }
  assert.fail(`${name} is not reached by the keyboard`)
}

test('what failed is previewed and replayed in the console', async t => {
  const shop = await startShop(t)
  const mend = await breakDatabase(shop)
  const [left, one] = [ordersFor('left', 1), ordersFor('one', 1)] as const
  const [group, slow] = [ordersFor('group', 12), ordersFor('slow', 6)] as const
  await fail(shop, [...left, ...one, ...group])
  const begun = await startReplay(shop.ledger, {
    which: { ids: left.map(({ id }) => id) },
    who: 'olga',
    why: 'begun when no console ran'
  })
  const { url } = await startConsole(t, shop)
  const browser = await openBrowser(t)
  const olga = await signedIn(browser, url, 'olga')
  const vera = await signedIn(browser, url, 'vera')

  await t.test('a replay that nobody is at is gone on with, and tells what it could not mend', async () => {
    await vera.goto(`${url}/replays`)
    await vera.getByRole('link', { name: `Replay ${begun}` }).click()
    await vera.getByText('0 of 1 finished').waitFor()
    await vera.getByText('SQLSTATE_22000').first().waitFor()
    assert.deepEqual(await vera.getByRole('button').allTextContents(), ['Sign out'])
  })

  await t.test('an event is found, previewed and replayed by the keyboard alone', async () => {
    await olga.goto(`${url}/events`)
    await tabTo(olga, 'Search')
    await olga.keyboard.type(one[0]?.id ?? '')
    await olga.keyboard.press('Enter')
    await olga.locator('#state').getByText('SQLSTATE_22000').waitFor()
    await tabTo(olga, 'Replay…')
    await olga.keyboard.press('Enter')
    await olga.getByText('1 event would be read again. 1 order would change').waitFor()
    assert.match(
      (await olga.locator('#changes').textContent()) ?? '',
      /one0.*new → fulfilled.*order\.fulfilled/
    )
    await mend()
    await tabTo(olga, 'Why')
    await olga.keyboard.type('the trigger is gone')
    await olga.keyboard.press('Enter')
    await olga.locator('#progress').getByText('Every event was read again.').waitFor()
    await olga.goto(`${url}/events/${one[0]?.id}`)
    await olga.locator('#state').getByText('finished', { exact: true }).waitFor()
    await olga.goto(`${url}/orders/one0`)
    await olga.locator('#timeline').getByText('olga: replay an event').waitFor()
  })

  await t.test('a group of failures is replayed as one', async () => {
    await olga.goto(`${url}/failures`)
    await isAccessible(olga)
    await olga.getByRole('link', { name: /^Replay all 1\d…/ }).click()
    await olga.getByRole('heading', { name: /^Replay 1\d events\?/ }).waitFor()
    await isAccessible(olga)
    await olga.getByLabel('Why').fill('the trigger is gone')
    await olga.getByRole('button', { name: /^Replay 1\d events/ }).click()
    await olga.locator('#progress').getByText('Every event was read again.').waitFor()
    await isAccessible(olga)
    await olga.goto(`${url}/failures`)
    await olga.getByText('No event fails.').waitFor()
    const { rows } = await shop.ledger.pool.query(`select 1 from fulfilments where order_id like 'group%'`)
    assert.equal(rows.length, group.length)
    await olga.goto(`${url}/orders/group3`)
    await olga
      .locator('#timeline')
      .getByText(/olga: replay 1\d events/)
      .waitFor()
  })

  await t.test('a slow replay is aborted, and what was not queued stays as it was', async () => {
    await shop.deliverAll(slow)
    await shop.finished(slow)
    await olga.goto(`${url}/events?type=checkout.session.completed&state=finished`)
    await olga.getByRole('link', { name: 'Replay all of these…' }).click()
    await olga.getByText('0 orders would change, 0 letters and 0 announcements would go out').waitFor()
    await olga.getByLabel('Events a second').fill('1')
    await olga.getByLabel('Skip letters').check()
    await olga.getByLabel('Why').fill('slowly')
    await olga.getByRole('button', { name: /^Replay \d+ events/ }).click()
    await olga.getByRole('button', { name: 'Abort' }).click()
    await olga.getByText('What was not queued by then stays as it was.').waitFor()
    const { rows } = await shop.ledger.pool.query(`
      select count(*) filter (where queued is null) > 0 as "isCut", bool_or(skips_letters) as skips
      from replays join replay_events on replay = id where aborted is not null`)
    assert.deepEqual(rows, [{ isCut: true, skips: true }])
  })

  await t.test('more events than the cap are shown only to whoever raises it', async () => {
    await olga.goto(`${url}/replays/new?state=finished&cap=3`)
    await olga.getByRole('alert').getByText('These are more than 3 events.').waitFor()
    await olga.getByRole('button', { name: 'Show them' }).click()
    await olga.getByRole('heading', { name: /^Replay \d+ events\?/ }).waitFor()
    assert.equal((await olga.goto(`${url}/replays/new`))?.status(), 400)
  })

  await t.test('a viewer sees replays and begins none', async () => {
    assert.equal((await vera.goto(`${url}/replays/new?state=finished`))?.status(), 403)
    await vera.goto(`${url}/failures`)
    assert.equal(await vera.getByRole('link', { name: /Replay/ }).count(), 1)
  })
  await t.test('older replays stand on the pages behind, each once', async () => {
    await shop.ledger.pool.query(`
      insert into replays (who, why, asked, skips_letters, pace, total, finished)
      select 'ann', 'long ago', '{"ids": []}', false, 1, 0, now() from generate_series(1, 60)`)
    await vera.goto(`${url}/replays`)
    const newest = await vera.locator('#replays tbody td:first-child').allInnerTexts()
    await vera.getByRole('link', { name: 'Older' }).click()
    await vera.getByRole('link', { name: 'Newest' }).waitFor()
    const older = await vera.locator('#replays tbody td:first-child').allInnerTexts()
    const { rows } = await shop.ledger.pool.query('select id from replays order by id desc')
    assert.deepEqual(
      [...newest, ...older].map(words => words.replace(/\D/g, '')),
      rows.map(({ id }) => id)
    )
  })
})
