import Stripe from 'stripe'

type Unsigned = Readonly<{ body: string; secret: string; nowMs: number }>

/**
 * The `Stripe-Signature` of one delivery, by Stripe's own signer. As Stripe does for test events, a fake signature of scheme
 * `v0` stands behind the true one; a receiver must not look at it.
 */
export function signDelivery({ body, secret, nowMs }: Unsigned): string {
  const timestamp = Math.floor(nowMs / 1000)
  const sign = (scheme: string, key: string) =>
    Stripe.webhooks.generateTestHeaderString({ payload: body, secret: key, timestamp, scheme })
  return `${sign('v1', secret)},${sign('v0', 'fake').split(',')[1]}`
}
