import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkoutEvent } from '../support/events.ts'
import { isAccessible, openBrowser, signedIn } from '../support/open-browser.ts'
import { openLedger } from '../support/own-database.ts'
import { ownRedisServer } from '../support/own-redis-server.ts'
import { startShop } from '../support/shop.ts'
import { startConsole } from '../support/start-console.ts'
import { testStack } from '../support/test-stack.ts'

test('the overview says in one sentence whether all is well, and otherwise what is wrong', async t => {
  const redis = await ownRedisServer(t)
  const shop = await startShop(t, { redisUrl: redis.url })
  const { url } = await startConsole(t, shop)
  const browser = await openBrowser(t)
  const page = await signedIn(browser, url, 'vera')

  await t.test('all is well, with what came and how long it took', async () => {
    const events = ['a', 'b'].map(order => checkoutEvent('completed', { order, payment: `pi_${order}` }))
    await shop.deliverAll(events)
    await shop.finished(events)
    await page.goto(url)
    await page.locator('#verdict').getByText('All is well.').waitFor()
    await page.getByRole('img', { name: /^Events in the last hour: 2 events/ }).waitFor()
    await isAccessible(page)
  })

  await t.test('an event that failed is told of first, and leads to the failures', async () => {
    await shop.ledger.pool.query(`
      update events set failed = now(), finished = null, error_code = 'UNEXPECTED', error_text = 'x' where order_id = 'a'`)
    const sentence = page.locator('#verdict').getByRole('link', { name: /^1 event failed/ })
    await sentence.waitFor()
    assert.equal(await sentence.getAttribute('href'), '/failures')
    await isAccessible(page)
  })

  await t.test('it becomes well again without being loaded again', async () => {
    await shop.ledger.pool.query(`
      update events set failed = null, finished = now(), error_code = null, error_text = null where order_id = 'a'`)
    await page.locator('#verdict').getByText('All is well.').waitFor()
  })

  await t.test('Redis away: the page still comes, and says so', async () => {
    redis.kill('SIGKILL')
    await page.locator('#verdict').getByText('Redis does not answer.').waitFor()
    await page.goto(url)
    await page.locator('#verdict').getByText('Redis does not answer.').waitFor()
  })

  await t.test('PostgreSQL away: nobody is known any more, and the page says why', async () => {
    const database = new URL(shop.databaseUrl).pathname.slice(1)
    const server = openLedger(t, testStack().databaseUrl)
    await server.pool.query(`alter database ${database} allow_connections false`)
    await server.pool.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
      database
    ])
    assert.equal((await page.goto(url))?.status(), 503)
    await page.getByRole('alert').getByText('PostgreSQL does not answer as it should.').waitFor()
    await isAccessible(page)
  })
})
