import { DIFFERENCE_WORDS, type DifferenceKind } from '@paidonce/core/reconciling/difference'
import type { NotedDifference } from '@paidonce/ledger/reconciling/note-differences'

/** The heading of one of the three lists. */
export const showHeading = (kind: DifferenceKind, count: number): string =>
  `${count === 0 ? 'none' : count.toLocaleString('en')}   ${DIFFERENCE_WORDS[kind]}`

/** One difference as a line. Pure. */
export function showDifference({
  about,
  payment,
  order,
  atStripe,
  known,
  repairing
}: NotedDifference): string {
  const ids = about === payment ? about : `${about} of ${payment}`
  const state = repairing === null ? '' : '   being settled now'
  return `  order ${order}   ${ids}   Stripe: ${atStripe}   here: ${known}${state}`
}
