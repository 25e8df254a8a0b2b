import { pick, type Random } from './random.ts'

const ALPHABET = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz']

export type Ids = ReturnType<typeof createIds>

/** Ids that look like Stripe's, made from the stream: the same stream gives the same ids. */
export function createIds(random: Random) {
  const text = (length: number) => Array.from({ length }, () => pick(random, ALPHABET)).join('')
  return {
    event: () => `evt_1${text(23)}`,
    session: () => `cs_test_a1${text(56)}`,
    paymentIntent: () => `pi_3${text(23)}`,
    setupIntent: () => `seti_1${text(23)}`,
    /** The part of a hosted page's address that stands for the session. */
    fragment: () => text(40)
  }
}
