import type { OwedLetter } from './debts.ts'
import type { Settled } from './settle.ts'

/**
 * Whether a letter may go out: the last look before it is sent. Still owed, and no payment of the order is paid or
 * awaiting, which is just what the status says.
 */
export const isStillDue = ({ status, owed }: Settled, letter: OwedLetter): boolean =>
  status === 'payment_failed' &&
  owed.letters.some(({ kind, payment }) => kind === letter.kind && payment === letter.payment)
