import Stripe from 'stripe'
import type { Ask, EventsAsked } from './list-events.ts'

/** A type that Stripe has for certain: where it is refused, too, the refusal is about something else. */
const CERTAIN = 'checkout.session.completed'

/**
 * Which of the types of a question that Stripe refused are the ones that it refused, each asked for alone. Throws the refusal
 * itself where it is about none of them.
 */
export async function unknownTypes(
  stripe: Stripe,
  { types, account, since, until }: EventsAsked,
  ask: Ask,
  refusal: unknown
): Promise<readonly string[]> {
  if (!isRefused(refusal)) throw refusal
  const as = account === '' ? {} : { stripeAccount: account }
  const isKnown = async (type: string) => {
    const params = { types: [type], created: { gte: since, lte: until }, limit: 1 }
    try {
      await ask(() => stripe.events.list(params, as))
      return true
    } catch (error) {
      if (isRefused(error)) return false
      throw error
    }
  }

  const unknown: string[] = []
  if (await isKnown(CERTAIN)) for (const type of types) if (!(await isKnown(type))) unknown.push(type)
  if (unknown.length === 0) throw refusal
  return unknown
}

const isRefused = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode === 400
