import type { SignatureCause } from '@paidonce/shared/signature-notes'

/** Why a signature did not do. For log and metrics, never for the sender; holds nothing of the delivery. */
export type Diagnosis = Readonly<{
  cause: SignatureCause
  /** `body_rewritten`: how the body was written when it was signed. */
  signedAs?: string
  /** `clock`: how many seconds the signature is older than our clock says it is now; less than 0: to come. */
  secondsOld?: number
}>
