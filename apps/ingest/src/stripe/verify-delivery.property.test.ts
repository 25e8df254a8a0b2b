import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import Stripe from 'stripe'
import { Refusal, STATUS_OF } from '../refusal.ts'
import { verifyDelivery } from './verify-delivery.ts'

const NOW_MS = 1_800_000_000_000
const SECRET = 'whsec_a'

const signatureOf = (payload: string, secret = SECRET): string =>
  Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp: NOW_MS / 1000 })

const v1Of = (payload: string, secret = SECRET) => signatureOf(payload, secret).split(',')[1] ?? ''

/** The value, or the code it is refused with; any other throw fails the test. */
function verdictOn(body: Buffer, signature: string): unknown {
  try {
    return { value: verifyDelivery({ body, signature }, ['whsec_other', SECRET], NOW_MS).json }
  } catch (error) {
    assert.ok(error instanceof Refusal, String(error))
    assert.equal(STATUS_OF[error.code], 400)
    assert.equal(error.cause, undefined, 'a cause may hold what came')
    return error.code
  }
}

const anyBody = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map(bytes => Buffer.from(bytes)),
  fc.string({ unit: 'binary' }).map(text => Buffer.from(text)),
  fc.json().map(text => Buffer.from(text)),
  fc.json().map(text => Buffer.from(`\ufeff${text}`))
)

test('whatever body and header come, it is JSON that was signed, or refused by a code alone', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      't=',
      'v1=',
      'v0=',
      't',
      'v1',
      ',',
      ', ',
      '=',
      `${NOW_MS / 1000}`,
      '0'.repeat(64),
      '__proto__='
    ),
    fc.string({ unit: 'binary', maxLength: 5 })
  )
  const header = fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join(''))
  fc.assert(
    fc.property(anyBody, header, (body, signature) => {
      assert.equal(typeof verdictOn(body, signature), 'string')
    }),
    { numRuns: 500 }
  )
})

test('a body signed as Stripe’s library reads it comes out as JSON.parse reads it, if that is what was sent', () => {
  fc.assert(
    fc.property(anyBody, body => {
      // The library drops a byte order mark and replaces what is no UTF-8.
      const text = new TextDecoder().decode(body)
      const expected = Buffer.from(text).equals(body) ? parsed(text) : 'NOT_JSON'
      assert.deepEqual(verdictOn(body, signatureOf(text)), expected)
    }),
    { numRuns: 500 }
  )
})

test('of parts in any order, exactly those headers are good that hold one time and a right signature', () => {
  const body = '{"a":1}'
  const parts = {
    time: `t=${NOW_MS / 1000}`,
    right: v1Of(body),
    ofOtherSecret: v1Of(body, 'whsec_unknown'),
    ofOtherBody: v1Of(`${body} `),
    short: 'v1=beef',
    empty: 'v1=',
    v0: v1Of(body).replace('v1', 'v0'),
    unknown: 'v9=1',
    nothing: ''
  }
  const names = Object.keys(parts) as (keyof typeof parts)[]
  const expected = (chosen: readonly (keyof typeof parts)[]) => {
    if (chosen.filter(name => name === 'time').length !== 1) return 'MALFORMED_SIGNATURE'
    // An empty v1 beside a right one is none of Stripe's: its library takes such a header for broken.
    return chosen.includes('right') && !chosen.includes('empty') ? { value: { a: 1 } } : 'BAD_SIGNATURE'
  }
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...names), { maxLength: 8 }), chosen => {
      const header = chosen.map(name => parts[name]).join(',')
      assert.deepEqual(verdictOn(Buffer.from(body), header), expected(chosen))
    }),
    { numRuns: 500 }
  )
})

test('one bit of the body changed, and it is refused', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.nat(7), (text, place, bit) => {
      const body = Buffer.from(text)
      const at = place % body.length
      body[at] = (body[at] ?? 0) ^ (1 << bit)
      assert.equal(verdictOn(body, signatureOf(text)), 'BAD_SIGNATURE')
    }),
    { numRuns: 500 }
  )
})

function parsed(text: string): unknown {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return 'NOT_JSON'
  }
}
