import { Refusal } from '../refusal.ts'
import { isSignedWith } from './is-signed-with.ts'
import { checkSignatureTime } from './signature-time.ts'

export type Delivery = Readonly<{ body: Buffer; signature: string | undefined }>

/** The JSON of a delivery, and the position of the secret that it is signed with. */
export type Verified = Readonly<{ json: unknown; secret: number }>

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
): Verified {
  if (signature === undefined) throw new Refusal('MISSING_SIGNATURE')
  checkSignatureTime(signature, nowMs)
  const secret = secrets.findIndex(secret => isSignedWith({ body, signature, secret, nowMs }))
  if (secret === -1) throw new Refusal('BAD_SIGNATURE')

  try {
    return { json: JSON.parse(AS_SENT.decode(body)), secret }
  } catch {
    throw new Refusal('NOT_JSON') // without a cause: the parser's message quotes the body
  }
}
