import { pick, type Random } from './random.ts'

const ALPHABET = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz']

export type Ids = ReturnType<typeof createIds>

/** Ids that look like Stripe's, made from the stream: the same stream gives the same ids. Each has the mark near its beginning. */
export function createIds(random: Random, mark = '') {
  const text = (length: number) =>
    mark + Array.from({ length: length - mark.length }, () => pick(random, ALPHABET)).join('')
  return {
    event: () => `evt_1${text(23)}`,
    session: () => `cs_test_a1${text(56)}`,
    paymentIntent: () => `pi_3${text(23)}`,
    setupIntent: () => `seti_1${text(23)}`,
    paymentMethod: () => `pm_1${text(23)}`,
    /** Money from anything but a card is a "payment" by its id, though a charge by its kind. */
    charge: (method: string) => `${method === 'card' ? 'ch' : 'py'}_3${text(23)}`,
    refund: () => `re_3${text(23)}`,
    dispute: () => `du_1${text(23)}`,
    fraudWarning: () => `issfr_1${text(23)}`,
    review: () => `prv_1${text(23)}`,
    balanceTransaction: () => `txn_3${text(23)}`,
    lineItem: () => `li_1${text(23)}`,
    /** The part of a hosted page's address, or of a client secret, that nobody can guess. */
    fragment: () => text(40)
  }
}
