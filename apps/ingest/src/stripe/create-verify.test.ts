import assert from 'node:assert/strict'
import { test } from 'node:test'
import Stripe from 'stripe'
import { Refusal } from '../refusal.ts'
import { createVerify } from './create-verify.ts'

const NOW_MS = 1_800_000_000_000

function verifier() {
  const matched: number[] = []
  const failed: string[] = []
  let nowMs = NOW_MS
  const verify = createVerify({
    secrets: ['whsec_a', 'whsec_b'],
    mode: 'test',
    onMatched: secret => matched.push(secret),
    onFailed: cause => failed.push(cause),
    now: () => nowMs
  })
  const send = (secret: string, payload = '{}') => {
    const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp: NOW_MS / 1000 })
    return verify({ body: Buffer.from(payload), signature })
  }
  const refuse = (work: () => unknown) => {
    try {
      work()
    } catch (error) {
      assert.ok(error instanceof Refusal)
      return { code: error.code, cause: error.diagnosis?.cause }
    }
    return assert.fail('it was taken')
  }
  return { verify, send, refuse, matched, failed, passes: (ms: number) => (nowMs += ms) }
}

test('which secret matched is told by its position', () => {
  const { send, matched } = verifier()
  for (const secret of ['whsec_b', 'whsec_a', 'whsec_b']) assert.deepEqual(send(secret), {})
  assert.deepEqual(matched, [1, 0, 1])
})

test('of a flood a few are diagnosed a second, and each is counted', () => {
  const { send, refuse, failed, passes } = verifier()
  const causes = () => Array.from({ length: 5 }, () => refuse(() => send('whsec_c')).cause)
  const some = [...Array(3).fill('unknown_secret'), ...Array(2).fill('not_diagnosed')]
  assert.deepEqual(causes(), some)
  passes(1_000)
  assert.deepEqual(causes(), some)
  assert.deepEqual(failed, [...some, ...some])
})

test('a header that is missing or malformed says so even in a flood', () => {
  const { verify, send, refuse } = verifier()
  for (let sent = 0; sent < 5; sent++) refuse(() => send('whsec_c'))
  for (const [signature, cause] of [
    [undefined, 'missing_header'],
    ['x', 'malformed_header']
  ] as const)
    assert.equal(refuse(() => verify({ body: Buffer.from('{}'), signature })).cause, cause)
})

test('the code stays what it was, and what is no matter of signatures is not counted as one', () => {
  const { send, refuse, failed } = verifier()
  assert.deepEqual(
    refuse(() => send('whsec_c')),
    { code: 'BAD_SIGNATURE', cause: 'unknown_secret' }
  )
  assert.deepEqual(
    refuse(() => send('whsec_a', '{')),
    { code: 'NOT_JSON', cause: undefined }
  )
  assert.deepEqual(failed, ['unknown_secret'])
})
