import assert from 'node:assert/strict'
import { test } from 'node:test'
import { replay } from '@paidonce/operator/cli/replay'
import { MOST_PREVIEWED } from '@paidonce/operator/operations/replay/preview'
import { addApiToken } from '@paidonce/operator/operations/users/api-tokens'
import { DEAF, settleBy } from '../rebuild/read-wrong.ts'
import { checkoutEvent } from '../support/events.ts'
import { isAccessible, openBrowser, signedIn } from '../support/open-browser.ts'
import { runOperator } from '../support/run-operator.ts'
import { startConsole } from '../support/start-console.ts'

const TYPE = 'checkout.session.completed'
const TOTAL = MOST_PREVIEWED + 1
const SENTENCE = `This is what the first ${MOST_PREVIEWED} of ${TOTAL} events come to. The replay reads all ${TOTAL} again.`

test('of a large replay the beginning is previewed, which is said, and all of it is replayed', async t => {
  const { url, ledger, databaseUrl, redisUrl } = await startConsole(t)
  const events = Array.from({ length: TOTAL }, (_, n) => checkoutEvent('completed', { order: `o${n}` }))
  await settleBy(DEAF, ledger, events)
  const token = await addApiToken(ledger, { user: 'olga', name: 'a test', forMs: 3_600_000, by: 'a test' })
  const ask = async (path: string, wish: object) => {
    const answer = await fetch(`${url}/api/v1/replays${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token?.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ type: TYPE, cap: TOTAL, ...wish })
    })
    return JSON.parse(await answer.text())
  }

  await t.test('by the command', async () => {
    const argv = ['--type', TYPE, '--cap', `${TOTAL}`, '--dry-run', '--json', '--by', 'olga', '--why', 'x']
    const env = { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl }
    const { out, err } = await runOperator(replay, argv, env)
    const { total, previewed, changes } = JSON.parse(out)
    assert.deepEqual([total, previewed, changes.length], [TOTAL, MOST_PREVIEWED, MOST_PREVIEWED])
    assert.equal(err, SENTENCE)
  })

  await t.test('on the page', async t => {
    const page = await signedIn(await openBrowser(t), url, 'olga')
    await page.goto(`${url}/replays/new?type=${TYPE}&cap=${TOTAL}`)
    await page.getByRole('note').getByText(SENTENCE).waitFor()
    await page.locator('#outcome').getByText(`${MOST_PREVIEWED} orders would change`).waitFor()
    await page.getByRole('button', { name: `Replay all ${TOTAL} events` }).waitFor()
    await isAccessible(page)
  })

  await t.test('through the API', async () => {
    const { changes, ...preview } = await ask('/preview', {})
    assert.deepEqual(preview, {
      total: TOTAL,
      previewed: MOST_PREVIEWED,
      events: MOST_PREVIEWED,
      leftOut: []
    })
    assert.equal(changes.length, MOST_PREVIEWED)
    assert.equal((await ask('', { why: 'all of them' })).total, TOTAL)
  })
})
