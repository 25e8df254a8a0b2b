import type { SignatureCause } from '@paidonce/shared/signature-notes'
import { atMost } from '../at-most.ts'
import { Refusal, type RefusalCode } from '../refusal.ts'
import { diagnose } from './diagnosis/diagnose.ts'
import { type Delivery, verifyDelivery } from './verify-delivery.ts'

/** A flood of forged deliveries costs no more than so many diagnoses. */
const DIAGNOSES_A_SECOND = 3

/** They cost nothing, however many come. */
const TOLD_BY_CODE: ReadonlySet<RefusalCode> = new Set(['MISSING_SIGNATURE', 'MALFORMED_SIGNATURE'])

const OF_SIGNATURES: ReadonlySet<RefusalCode> = new Set([...TOLD_BY_CODE, 'STALE_SIGNATURE', 'BAD_SIGNATURE'])

type Ports = Readonly<{
  secrets: readonly string[]
  mode: 'test' | 'live'
  /** The secret at this position has just matched. */
  onMatched: (secret: number) => void
  onFailed: (cause: SignatureCause) => void
  now?: () => number
}>

/** Gives the JSON of a signed delivery. Throws Refusal, with a diagnosis where it was the signature that did not do. */
export function createVerify({ secrets, mode, onMatched, onFailed, now = Date.now }: Ports) {
  const mayDiagnose = atMost(DIAGNOSES_A_SECOND, 1_000)

  return function verify(delivery: Delivery): unknown {
    const nowMs = now()
    try {
      const { json, secret } = verifyDelivery(delivery, secrets, nowMs)
      onMatched(secret)
      return json
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const diagnosis = diagnosisOf(error.code, delivery, nowMs)
      if (diagnosis === undefined) throw error
      onFailed(diagnosis.cause)
      throw new Refusal(error.code, { diagnosis })
    }
  }

  function diagnosisOf(code: RefusalCode, delivery: Delivery, nowMs: number) {
    if (TOLD_BY_CODE.has(code) || mayDiagnose(nowMs))
      return diagnose(code, delivery, { secrets, mode, nowMs })
    return OF_SIGNATURES.has(code) ? ({ cause: 'not_diagnosed' } as const) : undefined
  }
}
