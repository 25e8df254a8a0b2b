import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { test } from 'node:test'
import { addApiToken } from '@paidonce/operator/operations/users/api-tokens'
import { addUser } from '@paidonce/operator/operations/users/manage-users'
import { formTokenOf } from '@paidonce/operator/operations/users/secret'
import { eventually } from '../support/eventually.ts'
import { PASSWORD, startConsole } from '../support/start-console.ts'

type Given = Readonly<{ name: string; password?: string; to?: string; cookie?: string }>

/** Of a sign-in with the right password from another address of this machine. */
async function statusFrom(localAddress: string, url: string, name: string): Promise<number | undefined> {
  const asked = request(`${url}/sign-in`, {
    method: 'POST',
    localAddress,
    headers: { 'content-type': 'application/x-www-form-urlencoded' }
  })
  asked.end(new URLSearchParams({ name, password: PASSWORD }).toString())
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  answer.resume()
  return answer.statusCode
}

test('signing in', async t => {
  const { url, ledger, lines } = await startConsole(t, { env: { LOG_LEVEL: 'trace' } })
  const secrets: string[] = [PASSWORD]

  async function signIn({ cookie, name, password = PASSWORD, to }: Given) {
    const answer = await fetch(`${url}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: cookie === undefined ? {} : { cookie: `paidonce_console=${cookie}` },
      body: new URLSearchParams({ name, password, ...(to !== undefined && { to }) })
    })
    const set = answer.headers.getSetCookie()
    const secret = set[0]?.match(/^paidonce_console=([^;]+)/)?.[1] ?? ''
    if (secret !== '') secrets.push(secret, formTokenOf(secret))
    return {
      status: answer.status,
      to: answer.headers.get('location'),
      set,
      secret,
      text: await answer.text()
    }
  }
  const isLetIn = async (secret: string) =>
    (await fetch(`${url}/api/openapi.json`, { headers: { cookie: `paidonce_console=${secret}` } })).status ===
    200

  await t.test('gives a cookie that no script reads and no other site sends', async () => {
    const { status, set } = await signIn({ name: 'olga' })
    assert.equal(status, 303)
    assert.equal(set.length, 1)
    assert.match(set[0] ?? '', /; Path=\/; HttpOnly; SameSite=Strict$/)
  })

  await t.test('makes a secret of its own, and never takes the one that was there', async () => {
    const given = 'f'.repeat(43)
    const first = await signIn({ name: 'olga', cookie: given })
    assert.notEqual(first.secret, given)
    assert.deepEqual([await isLetIn(given), await isLetIn(first.secret)], [false, true])
    const second = await signIn({ name: 'vera', cookie: first.secret })
    assert.notEqual(second.secret, first.secret)
    assert.deepEqual([await isLetIn(first.secret), await isLetIn(second.secret)], [false, true])
  })

  await t.test('leads back to where one was going, and to no other site', async () => {
    assert.equal((await signIn({ name: 'olga', to: '//evil.example' })).to, '/')
    assert.equal((await signIn({ name: 'olga', to: '/orders/1001?account=x' })).to, '/orders/1001?account=x')
  })

  await t.test('says nothing of who is a user', async () => {
    const [wrong, nobody] = [
      await signIn({ name: 'olga', password: 'wrong password' }),
      await signIn({ name: 'nobody', password: 'wrong password' })
    ]
    assert.deepEqual([wrong.status, nobody.status], [401, 401])
    assert.equal(wrong.text.replaceAll('olga', 'nobody'), nobody.text)
    assert.deepEqual(wrong.set, [])
  })

  await t.test('what is typed stays text', async () => {
    const name = '"><script>alert(1)</script>'
    assert.ok(!(await signIn({ name, password: 'x' })).text.includes('<script>alert'))
  })

  await t.test('after ten tries at a name even the right password waits, and others do not', async () => {
    await addUser(ledger, { name: 'anna', role: 'viewer', password: PASSWORD, by: 'a test' })
    for (const _ of Array(10)) assert.equal((await signIn({ name: 'anna', password: 'guess' })).status, 401)
    assert.equal((await signIn({ name: 'anna' })).status, 429)
    assert.equal((await signIn({ name: 'vera' })).status, 303)
  })

  await t.test('after many tries from one address every name waits', async () => {
    const statuses: number[] = []
    for (const index of Array(30).keys())
      statuses.push((await signIn({ name: `name${index}`, password: 'guess' })).status)
    assert.equal(statuses.at(-1), 429)
    assert.equal((await signIn({ name: 'vera' })).status, 429)
  })

  await t.test('who is refused by address locks out nobody by name', async () => {
    for (const _ of Array(11)) assert.equal((await signIn({ name: 'otto', password: 'guess' })).status, 429)
    await addUser(ledger, { name: 'otto', role: 'viewer', password: PASSWORD, by: 'a test' })
    assert.equal(await statusFrom('127.0.0.2', url, 'otto'), 303)
  })

  await t.test('what can be nobody’s name is wrong, however long and whatever it is', async () => {
    for (const name of ['\0', 'x'.repeat(60_000), ''])
      assert.equal(await statusFrom('127.0.0.3', url, name), 401)
  })

  await t.test(
    'leaves no password, cookie or token in the log, not even where the database is away',
    async () => {
      const added = await addApiToken(ledger, { user: 'olga', name: 'x', forMs: 60_000, by: 'a test' })
      const token = added?.token ?? ''
      secrets.push(token, 'guess', 'wrong password')
      await ledger.pool.query('alter table api_tokens rename to hidden')
      const answer = await fetch(`${url}/api/v1/orders?after=${token}`, {
        headers: { authorization: `Bearer ${token}` }
      })
      assert.equal(answer.status, 503)
      assert.deepEqual(((await answer.json()) as { error: string }).error, 'LEDGER_AWAY')
      await eventually(() => assert.match(lines.join('\n'), /SQLSTATE_42P01/))
      const written = lines.join('\n')
      for (const secret of secrets) assert.ok(!written.includes(secret), 'a secret stands in the log')
    }
  )
})
