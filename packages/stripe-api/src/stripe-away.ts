import { SpeakingError } from '@paidonce/shared/describe-error'
import { apiVerdict } from './api-verdict.ts'

/** Stripe did not answer, or refused for now. The message holds its status and code, and nothing of the request. */
export class StripeAway extends SpeakingError {
  override readonly name = 'StripeAway'
  readonly code = 'STRIPE_AWAY'
}

/** The same answer; Stripe's errors become StripeAway. */
export async function orStripeAway<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer
  } catch (error) {
    throw new StripeAway(apiVerdict(error).reason)
  }
}
