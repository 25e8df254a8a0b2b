import { z } from 'zod'
import { SpeakingError } from './describe-error.ts'
import { isStripeEvent, type StripeEvent } from './stripe-event.ts'

/** How an event came to us. `asked`: nobody sent it, it is what Stripe said of an object when asked. */
export const WAYS = ['webhook', 'sweep', 'replay', 'asked'] as const

/**
 * What waits in Redis for the worker. `id` is the event's key in the ledger: Stripe's own id, except for the
 * all-zero ids of Stripe's old test button, which different events share.
 */
export type EventJob = Readonly<{
  id: string
  event: StripeEvent
  /** ISO 8601, when the delivery was accepted. */
  receivedAt: string
  how: (typeof WAYS)[number]
  /** Letters that are newly owed because of it are not sent. */
  skipLetters?: boolean | undefined
}>

const EventJobSchema = z.object({
  id: z.string().regex(/^evt_[A-Za-z0-9_-]{1,240}$/),
  event: z.custom<StripeEvent>(isStripeEvent, 'not a Stripe event'),
  receivedAt: z.iso.datetime(),
  how: z.enum(WAYS),
  skipLetters: z.boolean().optional()
})

/** Reads a job's data, which another release or another program may have written. Throws on anything else. */
export function readEventJob(data: unknown): EventJob {
  const result = EventJobSchema.safeParse(data)
  if (!result.success) throw new MalformedJob(z.prettifyError(result.error))
  return result.data
}

/** The job in the queue is not one of ours. The message names fields, never their values. */
export class MalformedJob extends SpeakingError {
  override readonly name = 'MalformedJob'
  readonly code = 'MALFORMED_JOB'
}
