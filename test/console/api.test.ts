import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addApiToken } from '@paidonce/operator/operations/users/api-tokens'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { openBrowser, signedIn } from '../support/open-browser.ts'
import { startShop } from '../support/shop.ts'
import { startConsole } from '../support/start-console.ts'

const HOUR_MS = 3_600_000

test('programs ask for what the console shows', async t => {
  const shop = await startShop(t)
  const { url, ledger } = await startConsole(t, shop)
  await ledger.pool.query(`select register_order('', 'o1', 3001, 'eur')`)
  const events = [
    checkoutEvent('completed', { order: 'o1', payment: 'pi_o1' }),
    checkoutEvent('async_payment_failed', { order: 'o2', payment: 'pi_o2' })
  ]
  await shop.deliverAll(events)
  await shop.finished(events)
  const [paid, failed] = events.map(({ id }) => id)

  const askAs = async (user: string) => {
    const added = await addApiToken(ledger, { user, name: 'a test', forMs: HOUR_MS, by: 'a test' })
    return async (path: string, body?: unknown) => {
      const headers = {
        authorization: `Bearer ${added?.token}`,
        ...(body !== undefined && { 'content-type': 'application/json' })
      }
      const answer = await fetch(`${url}/api/v1${path}`, {
        headers,
        ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) })
      })
      return { status: answer.status, json: JSON.parse(await answer.text()) }
    }
  }
  const olga = await askAs('olga')
  const vera = await askAs('vera')
  await eventually(async () => assert.equal((await olga('/letters')).json.rows.length, 1))
  const letter = (await olga('/letters?order=o2')).json.rows[0].id

  await t.test('lists go on where they ended', async () => {
    const first = (await olga('/events?limit=1')).json
    const second = (await olga(`/events?limit=1&after=${first.next}`)).json
    assert.deepEqual([first, second].map(({ rows }) => rows[0].id).sort(), [paid, failed].sort())
    assert.equal(second.next, null)
  })

  await t.test(
    'a filter that does not exist is refused and named, and so is a value that none can have',
    async () => {
      for (const [query, named] of [
        ['mail=bob', /^This cannot be used: [^:]*: "?mail"?/],
        ['state=lost', /state/],
        ['since=2h', /: since: is no time by ISO 8601/],
        ['after=x', /cursor/]
      ] as const) {
        const { status, json } = await olga(`/events?${query}`)
        assert.equal(status, 400, query)
        assert.match(json.sentence, named)
      }
    }
  )

  await t.test('a token that is none is said to be one, for a program cannot sign in', async () => {
    const answer = await fetch(`${url}/api/v1/orders`, { headers: { authorization: 'Bearer nonsense' } })
    assert.equal(answer.status, 401)
    assert.match(((await answer.json()) as { sentence: string }).sentence, /^This token is unknown/)
  })

  await t.test('what the database cannot hold or compare is the asker’s fault, not an outage', async () => {
    for (const path of ['/orders/%00', '/gaps?account=%00', '/orders?since=-271821-04-20T00:00:00.000Z']) {
      const { status, json } = await olga(path)
      assert.deepEqual([status, json.error], [400, 'BAD_VALUE'], path)
    }
  })

  await t.test('an order is told with what happened, an event with its facts and payload', async () => {
    const order = (await olga('/orders/o2')).json
    assert.equal(order.status, 'payment_failed')
    assert.ok(order.timeline.some(({ event }: { event: string }) => event === failed))
    assert.equal(order.letters[0].id, letter)
    const event = (await olga(`/events/${paid}`)).json
    assert.equal(JSON.parse(event.payload).id, paid)
    assert.deepEqual(event.facts[0].money, { amount: 3000, currency: 'eur' })
  })

  await t.test('what is not there is answered 404 with a sentence', async () => {
    for (const path of ['/orders/none', '/events/none', '/letters/999', '/letters/x', '/nothing']) {
      const { status, json } = await olga(path)
      assert.equal(status, 404, path)
      assert.equal(typeof json.sentence, 'string')
    }
  })

  await t.test('no answer tells a viewer an address, a name or a payload', async () => {
    const paths = ['/events', '/orders', '/orders?mark=any', '/letters', '/failures', '/gaps', '/overview']
    const each = [
      ...events.map(({ id }) => `/events/${id}`),
      '/orders/o1',
      '/orders/o2',
      `/letters/${letter}`
    ]
    const told = { olga: '', vera: '' }
    for (const path of [...paths, ...each]) {
      for (const [name, ask] of Object.entries({ olga, vera })) {
        const { status, json } = await ask(path)
        assert.equal(status, 200, path)
        told[name as 'olga' | 'vera'] += JSON.stringify(json)
      }
    }
    const customers = /buyer|Ann Example|@example|customer_details/i
    assert.match(told.olga, customers)
    assert.doesNotMatch(told.vera, customers)
    assert.match(told.vera, /"amount":3000/)
  })

  await t.test(
    'whether all is well is said to everybody, and to operators whether all fits together',
    async () => {
      const { isWell, findings: wrong, ledger, jobs } = (await vera('/overview')).json
      assert.deepEqual(
        [isWell, wrong[0].sentence, ledger.review, jobs.events.failed],
        [false, '1 order to be reviewed.', 1, 0]
      )
      assert.equal((await vera('/doctor')).status, 403)
      const { findings, unseen } = (await olga('/doctor')).json
      assert.ok(findings.some(({ area }: { area: string }) => area === 'PostgreSQL'))
      assert.deepEqual(
        unseen.map(({ place, isFault }: { place: string; isFault: boolean }) => [place, isFault]),
        [['Stripe', false]]
      )
    }
  )

  await t.test('only an operator discards what failed, and only what failed', async () => {
    assert.equal((await vera('/events/discard', { type: 'x', why: 'no' })).status, 403)
    assert.equal((await olga('/events/discard', { why: 'all of them' })).json.error, 'WHICH')
    assert.deepEqual((await olga('/events/discard', { event: paid, why: 'it did not fail' })).json, {
      discarded: []
    })
  })

  await t.test('an address is found by operators, and never stands in a URL', async () => {
    const [{ email }] = (await olga('/events?order=o2')).json.rows
    const found = (await olga('/search', { text: email })).json
    assert.deepEqual(
      found.letters.rows.map(({ id }: { id: string }) => id),
      [letter]
    )
    assert.equal((await vera('/search', { text: email })).status, 403)
    assert.equal((await olga(`/events?email=${email}`)).status, 400)
  })

  await t.test('an operator approves an order, a viewer does not', async () => {
    assert.equal((await vera('/orders/o1/approve', { why: 'no' })).status, 403)
    assert.equal((await olga('/orders/o1/approve', { why: ' ' })).status, 400)
    assert.equal((await olga('/orders/none/approve', { why: 'paid' })).status, 404)
    const named = await olga('/orders/o1/approve', { why: 'ann@example.com asked' })
    assert.deepEqual([named.status, named.json.error], [400, 'BAD_INPUT'])
    assert.doesNotMatch(named.json.sentence, /ann@/)
    const why = 'paid shipping too'
    const approve = (seen: string) => olga('/orders/o1/approve', { why, seen })
    assert.equal((await approve('2026-01-01T00:00:00.000Z')).json.error, 'ORDER_CHANGED')
    assert.equal((await approve((await olga('/orders/o1')).json.changed)).status, 202)
    await eventually(async () => assert.equal((await vera('/orders/o1')).json.status, 'fulfilled'))
    assert.equal((await olga('/orders/o1/approve', { why })).json.error, 'NOT_IN_REVIEW')
  })

  await t.test('an operator previews a replay, begins it and sees it end; a viewer sees it', async () => {
    const wish = { order: 'o2' }
    assert.equal((await vera('/replays/preview', wish)).status, 403)
    assert.equal((await olga('/replays', { why: 'all of them' })).json.error, 'WHICH')
    assert.equal((await olga('/replays', wish)).status, 400)
    assert.deepEqual((await olga('/replays/preview', wish)).json, {
      total: 1,
      previewed: 1,
      events: 1,
      changes: [],
      leftOut: []
    })
    const { status, json } = await olga('/replays', { ...wish, why: 'read again', skipLetters: true })
    assert.equal(status, 202)
    await eventually(async () => assert.equal((await vera(`/replays/${json.id}`)).json.state, 'finished'))
    assert.equal((await vera('/replays')).json.rows[0].why, 'read again')
    assert.deepEqual((await vera(`/replays?limit=1&after=${json.id}`)).json, { rows: [], next: null })
    assert.equal((await olga(`/replays/${json.id}/abort`, {})).json.state, 'finished')
    assert.equal((await olga('/replays/77/abort', {})).status, 404)
  })

  await t.test('an operator has a letter sent again, and what cannot be done is said', async () => {
    await eventually(async () => assert.equal((await olga(`/letters/${letter}`)).json.status, 'sent'))
    assert.equal((await vera(`/letters/${letter}/resend`, { why: 'x' })).status, 403)
    assert.equal((await olga(`/letters/${letter}/resend`, { why: 'x', address: 'a@b.c, d@e.f' })).status, 400)
    assert.equal((await olga('/letters/999/resend', { why: 'x' })).status, 404)
    assert.equal((await olga(`/letters/${letter}/discard`, { why: 'x' })).json.error, 'LETTER_CHANGED')
    assert.equal(
      (await olga(`/letters/${letter}/resend`, { why: 'lost', address: 'ann@example.com' })).status,
      202
    )
    await eventually(async () =>
      assert.equal((await olga(`/letters/${letter}`)).json.recipient, 'ann@example.com')
    )
    const told = JSON.stringify((await vera('/orders/o2')).json)
    assert.match(told, /resend letter to another address/)
    assert.doesNotMatch(told, /ann@example/)
  })

  await t.test('what is described is what there is', async () => {
    const description = (await olga('/../openapi.json')).json
    assert.deepEqual(Object.keys(description.paths).sort(), [
      '/api/v1/doctor',
      '/api/v1/events',
      '/api/v1/events/discard',
      '/api/v1/events/{id}',
      '/api/v1/failures',
      '/api/v1/gaps',
      '/api/v1/letters',
      '/api/v1/letters/{id}',
      '/api/v1/letters/{id}/discard',
      '/api/v1/letters/{id}/resend',
      '/api/v1/letters/{id}/retry',
      '/api/v1/orders',
      '/api/v1/orders/{id}',
      '/api/v1/orders/{id}/approve',
      '/api/v1/overview',
      '/api/v1/replays',
      '/api/v1/replays/preview',
      '/api/v1/replays/{id}',
      '/api/v1/replays/{id}/abort',
      '/api/v1/search'
    ])
  })

  await t.test('the API is tried on a page of the console, which loads nothing from elsewhere', async t => {
    const page = await signedIn(await openBrowser(t), url, 'olga')
    const asked: string[] = []
    const complaints: string[] = []
    page.on('request', request => asked.push(new URL(request.url()).origin))
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
    await page.goto(`${url}/api`)
    await page.getByText('/api/v1/search').click()
    await page.getByRole('button', { name: 'Try it out' }).click()
    await page.locator('textarea').fill('{"text":"o2"}')
    await page.getByRole('button', { name: 'Execute' }).click()
    await page.locator('.live-responses-table').getByText('payment_failed').first().waitFor()
    assert.deepEqual([...new Set(asked)], [url])
    assert.deepEqual(complaints, [])
  })
})
