import Stripe from 'stripe'
import { apiVerdict } from './api-verdict.ts'

type Which = Readonly<{ account: string; session: string }>

/** As Stripe's API version has it: known names, unknown contents. */
export type AskedSession = Readonly<Record<string, unknown>>

/**
 * A Checkout Session as it is now. Where its money is awaited its payment intent comes with it, since only that says that
 * the money will not come. Undefined if the key knows no such session. Throws Stripe's errors.
 */
export async function fetchSession(
  stripe: Stripe,
  { account, session: id }: Which
): Promise<AskedSession | undefined> {
  const as = account === '' ? {} : { stripeAccount: account }
  const session = await unlessUnknown(stripe.checkout.sessions.retrieve(id, {}, as))
  const intent = session?.payment_intent
  const isAwaited = session?.status === 'complete' && session.payment_status === 'unpaid'
  if (session === undefined || !isAwaited || typeof intent !== 'string') return asObject(session)
  const found = await unlessUnknown(stripe.paymentIntents.retrieve(intent, {}, as))
  return asObject(found === undefined ? session : { ...session, payment_intent: found })
}

/** Without the response that Stripe's library hangs on its objects. */
const asObject = (session: object | undefined): AskedSession | undefined => session && { ...session }

async function unlessUnknown<Found>(answer: Promise<Found>): Promise<Found | undefined> {
  try {
    return await answer
  } catch (error) {
    if (isUnknown(error)) return undefined
    throw error
  }
}

/** A key that may not read a kind of object, or does not reach an account, gets 403. */
const isUnknown = (error: unknown): boolean =>
  apiVerdict(error).verdict === 'give_up' ||
  (error instanceof Stripe.errors.StripePermissionError && error.code === 'account_invalid')
