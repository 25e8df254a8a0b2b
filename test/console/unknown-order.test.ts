import assert from 'node:assert/strict'
import { test } from 'node:test'
import { order } from '@paidonce/operator/cli/order'
import { addApiToken } from '@paidonce/operator/operations/users/api-tokens'
import { failEvents } from '../operations/alerts.ts'
import { isAccessible, openBrowser, signedIn } from '../support/open-browser.ts'
import { runOperator } from '../support/run-operator.ts'
import { startConsole } from '../support/start-console.ts'

const NAMES = { session: 'cs_9', payment: 'pi_9', order: 'bad-9', email: null, facts: [] }

test('an order of which nothing is settled is told by the events that name it', async t => {
  const { url, ledger, databaseUrl } = await startConsole(t)
  const [id = ''] = await failEvents(ledger, 1, { reading: NAMES })
  const sentence = `Nothing is settled of order bad-9 yet, but 1 event names it and has failed: ${id}.`
  const show = (...args: string[]) => runOperator(order, args, { DATABASE_URL: databaseUrl })

  await t.test('on the command line, with what to type', async () => {
    const { code, out, err } = await show('bad-9')
    assert.deepEqual([code, out], [1, ''])
    assert.ok(err.startsWith(sentence), err)
    assert.match(err, new RegExp(`paidonce event ${id}\n.*paidonce replay ${id} --by … --why …$`, 's'))
  })

  await t.test('to a program, with where to look', async () => {
    const added = await addApiToken(ledger, { user: 'vera', name: 'a test', forMs: 60_000, by: 'a test' })
    const headers = { authorization: `Bearer ${added?.token}` }
    const answer = await fetch(`${url}/api/v1/orders/bad-9`, { headers })
    assert.equal(answer.status, 404)
    assert.deepEqual(await answer.json(), {
      error: 'NO_ORDER',
      sentence: `${sentence} Look at /api/v1/events/${id}.`
    })
  })

  await t.test('in the console, with a link to the event', async () => {
    const page = await signedIn(await openBrowser(t), url, 'vera')
    assert.equal((await page.goto(`${url}/orders/bad-9`))?.status(), 404)
    await page.getByRole('alert').getByText(sentence).waitFor()
    await isAccessible(page)
    await page.getByRole('link', { name: id }).click()
    await page.getByRole('heading', { name: `Event ${id}` }).waitFor()
  })

  await t.test('several events, each as it stands; and an order that no event names', async () => {
    await failEvents(ledger, 1, { reading: NAMES, isFinal: false })
    assert.match(
      (await show('bad-9')).err,
      /but 2 events name it, of which 1 has failed, 1 will be tried again: evt_/
    )
    const { code, err } = await show('none')
    assert.deepEqual([code, err], [1, 'Nothing is known of an order none.'])
  })
})
