import { Refusal } from '../refusal.ts'

/** Stripe's own default: docs.stripe.com/webhooks, "Preventing replay attacks". */
const TOLERANCE_S = 300

const TIMESTAMP = /(?:^|,)\s*t=([^,]*)/g
const SECONDS = /^\d{1,12}$/

/**
 * Refuses a signature header whose time is not one whole number of seconds within 300 of now. Stripe's library is laxer: it
 * takes times to come, `t=<now>abc`, and the last of several.
 */
export function checkSignatureTime(header: string, nowMs: number): void {
  if (Math.abs(nowMs / 1000 - timeOf(header)) > TOLERANCE_S) throw new Refusal('STALE_SIGNATURE')
}

/** When it was signed, in seconds. Throws Refusal if that is not one whole number. */
export function timeOf(header: string): number {
  const [time, ...more] = [...header.matchAll(TIMESTAMP)].map(match => match[1] ?? '')
  if (time === undefined || more.length > 0 || !SECONDS.test(time)) throw new Refusal('MALFORMED_SIGNATURE')
  return Number(time)
}
