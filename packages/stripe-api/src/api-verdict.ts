import Stripe from 'stripe'

/** What becomes of a question that Stripe did not answer. `reason` is for operators and holds nothing of the request. */
export type ApiVerdict = Readonly<{ verdict: 'retry' | 'give_up'; reason: string }>

/** A key that is wrong may be mended, so only "there is no such thing" is never asked again. */
export function apiVerdict(error: unknown): ApiVerdict {
  const { StripeError, StripeInvalidRequestError, StripeConnectionError } = Stripe.errors
  if (error instanceof StripeConnectionError) return { verdict: 'retry', reason: 'no answer from Stripe' }
  if (!(error instanceof StripeError)) throw error

  const { statusCode, code } = error
  const reason = `Stripe answered ${statusCode ?? 'nothing'}${code === undefined ? '' : ` ${code}`}`
  const isNeverThere = error instanceof StripeInvalidRequestError && statusCode === 404
  return { verdict: isNeverThere ? 'give_up' : 'retry', reason }
}

/** Whether the same question may be answered a moment later: Stripe was busy, away or broken. */
export function isPassing(error: unknown): boolean {
  if (error instanceof Stripe.errors.StripeConnectionError) return true
  if (!(error instanceof Stripe.errors.StripeError)) return false
  const { statusCode = 0 } = error
  return statusCode === 409 || statusCode === 429 || statusCode >= 500
}
