import Stripe from 'stripe'
import { Refusal } from '../refusal.ts'
import { checkSignatureTime } from './signature-time.ts'

type Delivery = Readonly<{ body: Buffer; signature: string | undefined }>

/** Stripe's library drops a BOM and mends broken UTF-8 before it compares; neither is what Stripe sent. */
const AS_SENT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * The JSON of a delivery that Stripe signed, by Stripe's own library over the bytes as received, with any of the secrets. Throws
 * Refusal. Nothing is looked at before it is verified.
 */
export function verifyDelivery(
  { body, signature }: Delivery,
  secrets: readonly string[],
  nowMs: number
): unknown {
  if (signature === undefined) throw new Refusal('MISSING_SIGNATURE')
  checkSignatureTime(signature, nowMs)
  if (!secrets.some(secret => isSignedWith(body, signature, secret, nowMs)))
    throw new Refusal('BAD_SIGNATURE')

  try {
    return JSON.parse(AS_SENT.decode(body))
  } catch {
    throw new Refusal('NOT_JSON') // without a cause: the parser's message quotes the body
  }
}

/** The library's errors hold header and body: they end here. */
function isSignedWith(body: Buffer, signature: string, secret: string, nowMs: number): boolean {
  try {
    return (
      Stripe.webhooks.signature?.verifyHeader(body, signature, secret, undefined, undefined, nowMs) === true
    )
  } catch {
    return false
  }
}
