import { groupEventFailures, groupLetterFailures } from '@paidonce/ledger/finding/group-failures'
import type { Ledger } from '@paidonce/ledger/pool'
import { run } from '@paidonce/ledger/transaction'
import { timeOf } from './found-page.ts'

/** Events that one cause may explain. */
export type EventGroup = Readonly<{
  type: string
  error: Readonly<{ code: string; text: string }>
  codeVersion: string
  count: number
  /** Given up. */
  failed: number
  /** Will be tried again. */
  failing: number
  first: string
  last: string
  examples: readonly string[]
}>

/** Letters that one cause may explain. */
export type LetterGroup = Readonly<{
  kind: string
  status: 'owed' | 'given_up'
  reason: string | null
  count: number
  first: string
  last: string
  examples: readonly string[]
}>

export type Failures = Readonly<{ events: readonly EventGroup[]; letters: readonly LetterGroup[] }>

/** What did not work, grouped by cause, the largest group first; of letters given up those that were owed since then. */
export async function listFailures(ledger: Ledger, lettersSince: Date): Promise<Failures> {
  const [events, letters] = await Promise.all([
    run(ledger, groupEventFailures()),
    run(ledger, groupLetterFailures(lettersSince))
  ])
  return {
    events: events.map(({ errorCode, errorText, first, last, ...group }) => ({
      ...group,
      error: { code: errorCode, text: errorText ?? '' },
      failing: group.count - group.failed,
      first: timeOf(first),
      last: timeOf(last)
    })),
    letters: letters.map(({ first, last, ...group }) => ({
      ...group,
      first: timeOf(first),
      last: timeOf(last)
    }))
  }
}
