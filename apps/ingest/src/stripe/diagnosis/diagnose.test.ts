import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import type { RefusalCode } from '../../refusal.ts'
import { Refusal } from '../../refusal.ts'
import { verifyDelivery } from '../verify-delivery.ts'
import { diagnose } from './diagnose.ts'
import { writtenOtherwise } from './written-otherwise.ts'

const NOW_MS = 1_800_000_000_000
const NOW_S = NOW_MS / 1_000
const SECRETS = ['whsec_a', 'whsec_b']
const CLI_SECRET = `whsec_${'0f'.repeat(32)}`

const EVENT = { id: 'evt_1', livemode: false, name: 'Ann & Bö <x>', metadata: {}, list: [1, 2] }
/** As Stripe writes it. */
const BODY = JSON.stringify(EVENT, null, 2)

const hashOf = (body: string, secret: string, t: number) =>
  createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')
const signatureOf = (body: string, { secret = 'whsec_b', t = NOW_S, scheme = 'v1' } = {}) =>
  `t=${t},${scheme}=${hashOf(body, secret, t)}`

type Given = Readonly<{
  body?: string | Buffer
  signature?: string | undefined
  secrets?: readonly string[]
  mode?: 'test' | 'live'
}>

/** The diagnosis of what verifyDelivery refuses. */
function diagnosed(given: Given) {
  const { body = BODY, secrets = SECRETS, mode = 'test' } = given
  const signature = 'signature' in given ? given.signature : signatureOf(BODY)
  const delivery = { body: Buffer.from(body), signature }
  return diagnose(codeOf(delivery, secrets), delivery, { secrets, mode, nowMs: NOW_MS })
}

function codeOf(delivery: Parameters<typeof verifyDelivery>[0], secrets: readonly string[]): RefusalCode {
  try {
    verifyDelivery(delivery, secrets, NOW_MS)
  } catch (error) {
    assert.ok(error instanceof Refusal)
    return error.code
  }
  throw new assert.AssertionError({ message: 'it was taken' })
}

const strange = (event: object) => {
  const body = JSON.stringify(event)
  return { body, signature: signatureOf(body, { secret: 'whsec_strange' }) }
}

for (const [what, cause, given] of [
  ['without a header', 'missing_header', { signature: undefined }],
  ['with a header that is none', 'malformed_header', { signature: 'v1=abc' }],
  ['with a time and no signature', 'no_v1', { signature: `t=${NOW_S}` }],
  ['signed in the scheme v0 alone', 'no_v1', { signature: signatureOf(BODY, { scheme: 'v0' }) }],
  ['without its body', 'empty_body', { body: '' }],
  ['of no JSON', 'unknown_secret', { body: 'x' }],
  ['changed by one digit', 'unknown_secret', { body: BODY.replace('1', '7') }],
  ['signed with a strange secret', 'unknown_secret', strange(EVENT)],
  ['that says it is live, at a test ingest', 'other_mode', strange({ ...EVENT, livemode: true })],
  ['that says it is a test, at a live ingest', 'other_mode', { ...strange(EVENT), mode: 'live' }],
  ['of a connected account', 'connected_account', strange({ ...EVENT, account: 'acct_1' })],
  ['where only the CLI’s secret is known', 'only_cli_secrets', { ...strange(EVENT), secrets: [CLI_SECRET] }],
  ['where another is known, too', 'unknown_secret', { ...strange(EVENT), secrets: [CLI_SECRET, 'whsec_a'] }],
  ['too large to be tried', 'not_diagnosed', strange({ ...EVENT, name: 'x'.repeat(65_536) })],
  [
    'signed long ago with a strange secret',
    'stale_and_unknown',
    { signature: signatureOf(BODY, { secret: 'x', t: 1 }) }
  ]
] as const satisfies readonly (readonly [what: string, cause: string, given: Given])[]) {
  test(`a delivery ${what}: ${cause}`, () => {
    assert.deepEqual(diagnosed(given), { cause })
  })
}

for (const secondsOld of [301, 86_400, -301]) {
  test(`a delivery well signed ${secondsOld} s ago: a clock is wrong, and by how much`, () => {
    const signature = signatureOf(BODY, { t: NOW_S - secondsOld })
    assert.deepEqual(diagnosed({ signature }), { cause: 'clock', secondsOld })
  })
}

const ascii = (text: string) => text.replace('ö', '\\u00f6')
const html = (text: string) => text.replace('&', '\\u0026').replace('<', '\\u003c').replace('>', '\\u003e')
const opened = BODY.replace('"metadata": {}', '"metadata": {\n  }')

/** [how it was signed, the text that was]. What came is the same JSON in another form. */
for (const [signedAs, signed, came = JSON.stringify(EVENT)] of [
  ['indented, nothing escaped', BODY],
  ['indented, all but ASCII escaped', ascii(BODY)],
  ['indented, HTML escaped', html(BODY)],
  ['indented with opened braces, nothing escaped', opened],
  ['compact, nothing escaped', JSON.stringify(EVENT), BODY],
  ['compact, HTML escaped', html(JSON.stringify(EVENT)), BODY],
  [
    'with blanks, nothing escaped',
    '{"id": "evt_1", "livemode": false, "name": "Ann & Bö <x>", "metadata": {}, "list": [1, 2]}'
  ],
  ['without blanks around it', BODY, `${BODY}\r\n`],
  ['with a line break at its end', `${BODY}\n`, BODY],
  ['with other line breaks', BODY, BODY.replaceAll('\n', '\r\n')],
  ['without a byte order mark', BODY, `\ufeff${BODY}`]
] as const) {
  test(`a body that was signed ${signedAs}, and came otherwise, was rewritten`, () => {
    assert.deepEqual(diagnosed({ body: came, signature: signatureOf(signed) }), {
      cause: 'body_rewritten',
      signedAs
    })
  })
}

test('whatever JSON Stripe signs, a proxy that writes it again is found out', () => {
  const event = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 4 }))
  fc.assert(
    fc.property(event, value => {
      const [stripes, proxys] = [JSON.stringify(value, null, 2), JSON.stringify(value)]
      fc.pre(stripes !== proxys)
      const found = diagnosed({ body: proxys, signature: signatureOf(stripes) })
      assert.equal(found?.cause, 'body_rewritten')
    })
  )
})

test('whatever comes, a cause is found, and nothing is thrown', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (body, signature) => {
      for (const code of ['MALFORMED_SIGNATURE', 'BAD_SIGNATURE'] as const) {
        const known = { secrets: SECRETS, mode: 'test', nowMs: NOW_MS } as const
        assert.ok(diagnose(code, { body: Buffer.from(body), signature }, known)?.cause)
      }
    })
  )
})

test('JSON that is made to be costly is not written again', () => {
  const nested = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)
  const tried = (value: unknown) => [...writtenOtherwise('x', value)].length
  assert.ok(tried(nested(20)) > 3)
  assert.equal(tried(nested(21)), 3)
  const body = `{"a":${'['.repeat(30_000)}${']'.repeat(30_000)}}`
  assert.deepEqual(diagnosed({ body }), { cause: 'unknown_secret' })
})

test('what was refused for something else has no diagnosis', () => {
  assert.equal(diagnosed({ body: '{', signature: signatureOf('{') }), undefined)
})
