import Stripe from 'stripe'
import type { AskStripe, StripeObject } from './list-objects.ts'

const NOTHING_LEFT_TO_PAY: readonly unknown[] = ['paid', 'no_payment_required']

/** Whether a listed session or intent says that its money is there. */
export const saysPaid = ({ object, status, payment_status }: StripeObject): boolean =>
  object === 'checkout.session'
    ? status === 'complete' && NOTHING_LEFT_TO_PAY.includes(payment_status)
    : object === 'payment_intent' && status === 'succeeded'

/**
 * What Stripe says of one payment: `paid`, its status there, or `nothing` for one that Stripe does not know. Undefined for
 * what is neither a payment intent nor a Checkout Session.
 */
export async function paymentAtStripe(
  stripe: Stripe,
  { account, payment }: Readonly<{ account: string; payment: string }>,
  ask: AskStripe
): Promise<string | undefined> {
  const as = account === '' ? {} : { stripeAccount: account }
  const question = questionAbout(stripe, payment, as)
  if (question === undefined) return undefined
  try {
    const found: StripeObject = { ...(await ask(question)) }
    return saysPaid(found) ? 'paid' : String(found.status)
  } catch (error) {
    const { StripeInvalidRequestError } = Stripe.errors
    if (error instanceof StripeInvalidRequestError && error.statusCode === 404) return 'nothing'
    throw error
  }
}

function questionAbout(
  stripe: Stripe,
  payment: string,
  as: Stripe.RequestOptions
): (() => Promise<object>) | undefined {
  if (payment.startsWith('pi_')) return () => stripe.paymentIntents.retrieve(payment, {}, as)
  if (payment.startsWith('cs_')) return () => stripe.checkout.sessions.retrieve(payment, {}, as)
  return undefined
}
