import type Stripe from 'stripe'
import type { Checkout } from '../sequence.ts'
import { makeCharge } from './charge.ts'
import { makeMethod, type Way } from './method.ts'

/** The buyer's next try to pay this intent: with what, and the charge that it would become. */
export function attempt(checkout: Checkout, { id, metadata }: Stripe.PaymentIntent, way: Way) {
  const method = makeMethod(checkout, way)
  const charge = makeCharge(checkout, { intent: id, method, metadata })
  return { method, charge, as: { method, charge: charge.id } }
}
