import { createHmac } from 'node:crypto'

/** Why a delivery's signature did not do, as far as can be known. The ingest says it, the doctor explains it. */
export const SIGNATURE_CAUSES = [
  'missing_header',
  'malformed_header',
  'no_v1',
  'clock',
  'stale_and_unknown',
  'empty_body',
  'body_rewritten',
  'other_mode',
  'connected_account',
  'only_cli_secrets',
  'unknown_secret',
  'not_diagnosed'
] as const

export type SignatureCause = (typeof SIGNATURE_CAUSES)[number]

/** What the ingests note in Redis of signatures, all on one node of a Cluster. */
const NOTES = 'paidonce:{signatures}:'

/** The marks of the secrets that the ingest knows which was started last, in their order, with commas between. */
export const SECRETS_KEY = `${NOTES}secrets`
/** A hash: mark of a secret → when it last matched, in milliseconds. */
export const MATCHED_KEY = `${NOTES}matched`
/** A hash: cause → when it was last seen, in milliseconds. */
export const LAST_FAILED_KEY = `${NOTES}last-failed`
/** A hash: cause → how often it was seen in that hour. */
export const failedKey = (hour: number) => `${NOTES}failed:${hour}`

export const HOUR_MS = 3_600_000
/** The doctor looks so far back. */
export const FAILED_HOURS = 24

/** The hours to look at, the present one first. */
export const hoursBefore = (nowMs: number): number[] =>
  Array.from({ length: FAILED_HOURS }, (_, index) => Math.floor(nowMs / HOUR_MS) - index)

/**
 * Tells a secret from those beside it, also after their order has changed. Four digits of a keyed hash: too little to find
 * a secret by, or to confirm a guess.
 */
export const secretMark = (secret: string): string =>
  createHmac('sha256', secret).update('paidonce: which secret is it').digest('hex').slice(0, 4)

/** The secrets that `stripe listen` prints: longer than those of endpoints, and of other digits. */
export const isCliSecret = (secret: string): boolean => /^whsec_[0-9a-f]{64}$/.test(secret)
