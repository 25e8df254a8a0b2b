import Stripe from 'stripe'

type Signed = Readonly<{ body: Buffer | string; signature: string; secret: string; nowMs: number }>

/** By Stripe's own library, in constant time. Its errors hold header and body: they end here. */
export function isSignedWith({ body, signature, secret, nowMs }: Signed): boolean {
  try {
    return (
      Stripe.webhooks.signature?.verifyHeader(body, signature, secret, undefined, undefined, nowMs) === true
    )
  } catch {
    return false
  }
}
