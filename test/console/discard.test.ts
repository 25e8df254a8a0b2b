import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkInvariantsCommand } from '@paidonce/operator/cli/check-invariants'
import { discard } from '@paidonce/operator/cli/discard'
import { failures } from '@paidonce/operator/cli/finding/failures'
import { EVENT_JOB_OPTIONS } from '@paidonce/shared/queues'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { isAccessible, openBrowser, signedIn } from '../support/open-browser.ts'
import { runOperator } from '../support/run-operator.ts'
import { startShop } from '../support/shop.ts'
import { startConsole } from '../support/start-console.ts'

test('failed events that nobody will mend are discarded, with a reason, and count no more', async t => {
  const shop = await startShop(t)
  const { url } = await startConsole(t, shop)
  const env = { DATABASE_URL: shop.databaseUrl, REDIS_URL: shop.redisUrl }
  const events = ['a', 'b', 'c', 'd'].map(order => ({
    ...checkoutEvent('completed', { order }),
    type: 'checkout.session.of_next_year'
  }))
  const [one, ...others] = events.map(({ id }) => id) as [string, ...string[]]
  const states = async () =>
    (
      await shop.ledger.pool.query(
        `select id, discarded is not null as discarded from events where failed is not null order by id`
      )
    ).rows.map(({ discarded }) => discarded)
  /** With one attempt, since waiting for eight takes minutes. */
  const fail = async (some: readonly (typeof events)[number][], again = '') => {
    for (const event of some)
      await shop.events.add(
        event.type,
        { id: event.id, event, receivedAt: new Date().toISOString(), how: 'webhook' },
        { ...EVENT_JOB_OPTIONS, jobId: `${event.id}${again}`, attempts: 1 }
      )
  }
  await fail(events)
  await eventually(async () => assert.deepEqual(await states(), [false, false, false, false]))
  const olga = await signedIn(await openBrowser(t), url, 'olga')

  await t.test('one, on its page', async () => {
    await olga.goto(`${url}/events/${one}`)
    await olga.getByText('Discard…').click()
    await isAccessible(olga)
    await olga.getByLabel('Why').fill('a test of theirs')
    await olga.getByRole('button', { name: 'Discard it' }).click()
    await olga.locator('#actions').getByText('a test of theirs').waitFor()
    await olga.locator('.lead').getByText('discarded').waitFor()
    assert.equal(await olga.getByText('Discard…').count(), 0)
  })

  await t.test('one, on the command line; what is misused or not there says so', async () => {
    const say = (...argv: readonly string[]) => runOperator(discard, argv, env)
    const person = ['--by', 'ann', '--why', 'old']
    assert.equal((await say(others[0] ?? '')).code, 2)
    assert.equal((await say('--type', 'x', others[0] ?? '', ...person)).code, 2)
    assert.deepEqual(await say(others[0] ?? '', ...person), { code: 0, out: 'Discarded 1 event.', err: '' })
    assert.deepEqual(await say(others[0] ?? '', ...person), {
      code: 1,
      out: '',
      err: 'There is no such failed event.'
    })
  })

  await t.test('the rest of a group, and then all is well', async () => {
    await olga.goto(`${url}/failures`)
    await olga.getByText('2 failed', { exact: true }).waitFor()
    await olga.getByText('Discard…').click()
    await olga.getByLabel('Why').fill('not ours')
    await olga.getByRole('button', { name: 'Discard the 2 failed' }).click()
    await olga.getByText('No event fails.').waitFor()
    await olga.goto(url)
    await olga.locator('#verdict').getByText('All is well.').waitFor()
    assert.equal((await runOperator(failures, [], env)).code, 0)
    const { code, out } = await runOperator(checkInvariantsCommand, [], env)
    assert.equal(code, 0, out)
    const { rows } = await shop.ledger.pool.query(
      `select about, who, why from operator_actions where what = 'discard event' order by id`
    )
    assert.deepEqual(
      rows.map(({ about, who, why }) => [about, who, why]).sort(),
      [
        [one, 'olga', 'a test of theirs'],
        [others[0], 'ann', 'old'],
        [others[1], 'olga', 'not ours'],
        [others[2], 'olga', 'not ours']
      ].sort()
    )
  })

  await t.test('one that comes again and fails again stands there again', async () => {
    await fail(events.slice(0, 1), '-again')
    await eventually(async () => assert.equal((await states()).filter(isDiscarded => !isDiscarded).length, 1))
    await olga
      .locator('#verdict')
      .getByRole('link', { name: /^1 event failed/ })
      .waitFor()
  })
})
