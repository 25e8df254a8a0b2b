import type { LetterKind } from './letter-kinds.ts'
import type { OwedLetter } from './letters.ts'
import type { Settled, Status } from './settle.ts'

/** While the order stands so, a letter of this kind is true: no payment of it is paid or awaited. */
const TRUE_WHILE = {
  payment_failed: ['payment_failed'],
  payment_declined: ['payment_failed', 'pending'],
  refunded: ['fulfilled', 'review']
} as const satisfies Record<LetterKind, readonly Status[]>

/** Whether a letter may go out: the last look before it is sent. */
export const isStillDue = (
  { status, owed }: Settled,
  letter: Pick<OwedLetter, 'kind' | 'payment'>
): boolean =>
  (TRUE_WHILE[letter.kind] as readonly Status[]).includes(status) &&
  owed.letters.some(({ kind, payment }) => kind === letter.kind && payment === letter.payment)
