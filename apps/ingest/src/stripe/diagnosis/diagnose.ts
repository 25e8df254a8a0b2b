import { isCliSecret } from '@paidonce/shared/signature-notes'
import { isObject } from '@paidonce/shared/stripe-event'
import type { RefusalCode } from '../../refusal.ts'
import { isSignedWith } from '../is-signed-with.ts'
import { timeOf } from '../signature-time.ts'
import type { Delivery } from '../verify-delivery.ts'
import type { Diagnosis } from './diagnosis.ts'
import { writtenOtherwise } from './written-otherwise.ts'

/** Larger bodies are rare and costly to write again. */
const MAX_BYTES = 65_536

type Known = Readonly<{ secrets: readonly string[]; mode: 'test' | 'live'; nowMs: number }>

/**
 * Why the signature of a refused delivery did not do; undefined if it was refused for something else. Pure, and bounded in
 * cost, but dearer than the refusal: not for each delivery of a flood. What an unsigned body claims is taken for a hint.
 */
export function diagnose(
  code: RefusalCode,
  { body, signature }: Delivery,
  known: Known
): Diagnosis | undefined {
  if (code === 'MISSING_SIGNATURE' || signature === undefined) return { cause: 'missing_header' }
  if (code === 'MALFORMED_SIGNATURE') return { cause: 'malformed_header' }
  if (code === 'STALE_SIGNATURE') return stale({ body, signature }, known)
  if (code === 'NOT_JSON') return isBehindMark(body) ? MARKED : undefined
  return code === 'BAD_SIGNATURE' ? bad({ body, signature }, known) : undefined
}

type Signed = Readonly<{ body: Buffer; signature: string }>

/** Signed with a secret of ours, only not now: then it is no stranger, and somebody's clock is wrong. */
function stale(delivery: Signed, { secrets, nowMs }: Known): Diagnosis {
  const signedMs = timeOf(delivery.signature) * 1_000
  return secrets.some(secret => isSignedWith({ ...delivery, secret, nowMs: signedMs }))
    ? { cause: 'clock', secondsOld: Math.round((nowMs - signedMs) / 1_000) }
    : { cause: 'stale_and_unknown' }
}

const V1 = /(?:^|,)v1=[0-9a-f]{64}(?:,|$)/

function bad({ body, signature }: Signed, { secrets, mode, nowMs }: Known): Diagnosis {
  if (!V1.test(signature)) return { cause: 'no_v1' }
  if (body.length === 0) return { cause: 'empty_body' }
  if (body.length > MAX_BYTES) return { cause: 'not_diagnosed' }

  const text = body.toString('utf8')
  const value = jsonIn(text)
  if (!isObject(value)) return { cause: 'unknown_secret' }
  for (const { as, text: written } of writtenOtherwise(text, value)) {
    if (secrets.some(secret => isSignedWith({ body: written, signature, secret, nowMs })))
      return { cause: 'body_rewritten', signedAs: as }
  }
  if (typeof value.livemode === 'boolean' && value.livemode !== (mode === 'live'))
    return { cause: 'other_mode' }
  if (typeof value.account === 'string') return { cause: 'connected_account' }
  return { cause: secrets.every(isCliSecret) ? 'only_cli_secrets' : 'unknown_secret' }
}

/** Stripe's library passes over a byte order mark when it compares; JSON has none. */
const isBehindMark = (body: Buffer) => body.subarray(0, 3).equals(Buffer.from('\ufeff'))
const MARKED: Diagnosis = { cause: 'body_rewritten', signedAs: 'without a byte order mark' }

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}
