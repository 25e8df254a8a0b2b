import { groupBy } from '@paidonce/shared/group-by'
import type { FactValues } from '../facts/fact.ts'
import { sortedByContent } from './sorted-by-content.ts'

/** One dispute as it stands. */
export type Dispute = FactValues['dispute']

/** Statuses in Stripe's words, in the order a dispute goes through them. An inquiry (`warning_…`) may become a dispute. */
const BY_PROGRESS = [
  'warning_needs_response',
  'warning_under_review',
  'warning_closed',
  'needs_response',
  'under_review',
  'prevented',
  'won',
  'lost'
]

/** The same, from what asks least of a person to what asks most. One that nobody knows yet asks even more. */
const BY_URGENCY = [
  'prevented',
  'warning_closed',
  'won',
  'lost',
  'warning_under_review',
  'under_review',
  'warning_needs_response',
  'needs_response'
]

const OUTCOMES: readonly (string | null)[] = ['prevented', 'warning_closed', 'won', 'lost']

export const isClosed = ({ status }: Dispute): boolean => OUTCOMES.includes(status)

/** Each dispute as it stands, sorted by id: of all that was told of it what is furthest, and of two outcomes the worse. */
export const mergeDisputes = (told: readonly Dispute[]): Dispute[] =>
  [...groupBy(told, ({ dispute }) => dispute).values()]
    .flatMap(its => furthest(its) ?? [])
    .sort((a, b) => (a.dispute < b.dispute ? -1 : 1))

const furthest = (told: readonly Dispute[]) =>
  sortedByContent(told, ({ status, amount, currency, reason }) => [
    BY_PROGRESS.indexOf(status ?? ''),
    status,
    amount,
    currency,
    reason
  ]).at(-1)

/** The status that most asks for a person; null where nothing is disputed. */
export function mostUrgent(disputes: readonly Dispute[]): string | null {
  const statuses = disputes.map(({ status }) => status ?? 'unknown')
  return sortedByContent(statuses, status => [urgencyOf(status), status]).at(-1) ?? null
}

function urgencyOf(status: string): number {
  const urgency = BY_URGENCY.indexOf(status)
  return urgency === -1 ? BY_URGENCY.length : urgency
}
