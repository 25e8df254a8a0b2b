import { SpeakingError } from '@paidonce/shared/describe-error'
import type { Diagnosis } from './stripe/diagnosis/diagnosis.ts'

/**
 * Why a delivery was not taken, and what that tells Stripe: 400 "this will never be good", 503 "send it again".
 */
export const STATUS_OF = {
  MISSING_SIGNATURE: 400,
  MALFORMED_SIGNATURE: 400,
  STALE_SIGNATURE: 400,
  BAD_SIGNATURE: 400,
  NOT_JSON: 400,
  NOT_AN_EVENT: 400,
  LIVE_EVENT_AT_TEST_INGEST: 503,
  QUEUE_UNAVAILABLE: 503,
  NO_ROOM: 503,
  DRAINING: 503
} as const

export type RefusalCode = keyof typeof STATUS_OF

/** A delivery that is not taken. Holds nothing of the delivery. */
export class Refusal extends SpeakingError {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  /** Of a signature that did not do. For the log alone: the sender is told the code. */
  readonly diagnosis: Diagnosis | undefined

  constructor(code: RefusalCode, { diagnosis, ...options }: ErrorOptions & { diagnosis?: Diagnosis } = {}) {
    super(code, options)
    this.code = code
    this.diagnosis = diagnosis
  }
}
