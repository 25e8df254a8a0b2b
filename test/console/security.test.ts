import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeUser } from '@paidonce/operator/operations/users/manage-users'
import { isOfApi, isReading, named, type Route } from './security/every-route.ts'
import { type Answer, allThatIsKept, cookieOf, ownConsole, signedInAgain } from './security/own-console.ts'

test('every route of the console lets in whom it serves, and nobody else', async t => {
  const { ledger, routes, ask, person } = await ownConsole(t)
  const olga = await person('olga', 'operator')
  const vera = await person('vera', 'viewer')
  const closed = routes.filter(({ allow }) => allow !== 'anyone')
  const changing = routes.filter(route => !isReading(route))

  async function each(
    some: readonly Route[],
    headers: Readonly<Record<string, string>>,
    judge: (answer: Answer, route: Route) => unknown,
    body: Readonly<Record<string, string>> | undefined = undefined
  ) {
    for (const route of some) {
      const answer = await ask(route, headers, isReading(route) ? undefined : body)
      assert.ok(judge(answer, route), `${named(route)}: ${answer.statusCode} ${answer.body.slice(0, 200)}`)
    }
  }

  await t.test('each says whom it serves, and few serve everybody', () => {
    assert.ok(routes.length >= 25, `${routes.length} routes`)
    assert.deepEqual(
      routes
        .filter(
          ({ allow, method, url }) => allow === 'anyone' && method !== 'HEAD' && !/^\/assets\//.test(url)
        )
        .map(named)
        .sort(),
      ['GET /livez', 'GET /sign-in', 'POST /sign-in']
    )
    assert.deepEqual(
      routes.filter(({ allow }) => !['anyone', 'viewer', 'operator'].includes(allow)),
      []
    )
  })

  const isLedToSignIn = ({ statusCode, headers, body }: Answer, route: Route) =>
    route.method === 'GET' && !isOfApi(route)
      ? statusCode === 303 && /^\/sign-in\?to=/.test(String(headers.location)) && body === ''
      : statusCode === 401

  await t.test('whoever is not signed in is led to sign in, and told nothing', () =>
    each(closed, {}, isLedToSignIn)
  )

  await t.test('so is who comes with a cookie of nobody, or with several', async () => {
    for (const value of ['x', 'x'.repeat(5_000), '%00', '%', `x; paidonce_console=y`, '"', ''])
      await each(closed, cookieOf(value), isLedToSignIn)
  })

  await t.test('a viewer is refused what is for operators, with the form token, too', async () => {
    const reserved = routes.filter(({ allow }) => allow === 'operator')
    assert.ok(reserved.length >= 2)
    const isRefused = ({ statusCode }: Answer) => statusCode === 403
    await each(reserved, { ...vera.cookie, 'x-form-token': vera.formToken }, isRefused, { why: 'x' })
    await each(reserved.filter(isOfApi), vera.token, isRefused, { why: 'x' })
  })

  const noForm = changing.filter(({ isFormless }) => !isFormless)
  const isRefused = ({ statusCode }: Answer) => statusCode === 403

  await t.test('what changes something needs the form token of this very sign-in', async () => {
    const before = await allThatIsKept(ledger)
    for (const formToken of [
      undefined,
      '',
      'x',
      vera.formToken,
      olga.formToken.slice(1),
      `${olga.formToken}x`
    ]) {
      const header: Record<string, string> = formToken === undefined ? {} : { 'x-form-token': formToken }
      await each(noForm, { ...olga.cookie, ...header }, isRefused, { why: 'x' })
      if (formToken !== undefined)
        await each(noForm, olga.cookie, isRefused, { why: 'x', form_token: formToken })
    }
    assert.equal(await allThatIsKept(ledger), before)
  })

  await t.test('what changes something is not taken from another site, whatever it carries', async () => {
    const before = await allThatIsKept(ledger)
    for (const header of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://console.test.evil.example' },
      { origin: 'http://console.test:81' },
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' }
    ])
      await each(
        changing,
        { ...olga.cookie, 'x-form-token': olga.formToken, ...(header as object) },
        isRefused,
        {
          why: 'x'
        }
      )
    assert.equal(await allThatIsKept(ledger), before)
  })

  await t.test('reading changes nothing', async () => {
    const before = await allThatIsKept(ledger)
    await each(routes.filter(isReading), olga.cookie, ({ statusCode }) => statusCode < 500)
    assert.equal(await allThatIsKept(ledger), before)
  })

  await t.test('a token is for the API alone, and a bad one is not saved by a good cookie', async () => {
    await each(
      closed.filter(route => !isOfApi(route)),
      olga.token,
      isLedToSignIn
    )
    for (const authorization of [
      'Bearer x',
      `Bearer paidonce_${'x'.repeat(43)}`,
      'Basic b2xnYTp4',
      'Bearer',
      ''
    ])
      await each(closed.filter(isOfApi), { ...olga.cookie, authorization }, isLedToSignIn)
  })

  await t.test('a token needs no form token, but its words are judged', () =>
    each(changing.filter(isOfApi), olga.token, ({ statusCode }) => [400, 404].includes(statusCode), {})
  )

  await t.test('every answer forbids what pages do not need, and keeps no copy', () =>
    each(
      [...routes, { method: 'GET', url: '/none', allow: 'viewer', isFormless: false }],
      olga.cookie,
      isGuarded
    )
  )

  await t.test('another role holds at once, for tokens and for who is signed in', async () => {
    const approve = { method: 'POST', url: '/api/v1/orders/7/approve' }
    assert.equal((await ask(approve, vera.token, { why: 'x' })).statusCode, 403)
    const unchanged = { password: undefined, isDisabled: undefined, by: 'a test' }
    await changeUser(ledger, { ...unchanged, name: 'vera', role: 'operator' })
    assert.equal((await ask(approve, vera.token, { why: 'x' })).statusCode, 404)
    await each(closed, vera.cookie, isLedToSignIn)
    await changeUser(ledger, { ...unchanged, name: 'vera', role: 'viewer' })
    assert.equal((await ask(approve, vera.token, { why: 'x' })).statusCode, 403)
  })

  await t.test(
    'a sign-in that is over, and a token that has ended or was revoked, let nobody in',
    async () => {
      const again = await signedInAgain(ledger, 'vera')
      await ledger.pool.query(`update sign_ins set until = now() where user_name = 'vera'`)
      await each(closed, again.cookie, isLedToSignIn)
      const ofApi = closed.filter(isOfApi)
      await ledger.pool.query('update api_tokens set until = now() where id = $1', [vera.tokenId])
      await each(ofApi, vera.token, isLedToSignIn)
      await ledger.pool.query('update api_tokens set revoked = now() where id = $1', [olga.tokenId])
      await each(ofApi, olga.token, isLedToSignIn)
    }
  )

  await t.test('whoever is disabled, or has signed out, is let in no more', async () => {
    const again = await signedInAgain(ledger, 'olga')
    const out = { method: 'POST', url: '/sign-out' }
    assert.equal((await ask(out, again.cookie, { form_token: again.formToken })).statusCode, 303)
    await each(closed, again.cookie, isLedToSignIn)
    await changeUser(ledger, {
      name: 'olga',
      role: undefined,
      password: undefined,
      isDisabled: true,
      by: 'a test'
    })
    await each(closed, olga.cookie, isLedToSignIn)
  })
})

function isGuarded({ headers, statusCode }: Answer, { url }: Route): boolean {
  const policy = String(headers['content-security-policy'])
  return (
    /default-src 'none'/.test(policy) &&
    !/unsafe|\*|https?:/.test(policy) &&
    headers['x-content-type-options'] === 'nosniff' &&
    headers['x-frame-options'] === 'DENY' &&
    /max-age=\d{7,}/.test(String(headers['strict-transport-security'])) &&
    headers.server === undefined &&
    headers['x-powered-by'] === undefined &&
    headers['access-control-allow-origin'] === undefined &&
    (/^\/assets\//.test(url) || headers['cache-control'] === 'no-store') &&
    statusCode < 500
  )
}
