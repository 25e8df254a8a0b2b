import type { Key } from '@paidonce/ledger/keys'
import type { Batch } from '@paidonce/ledger/settling/settle-batch'
import { commitOrIsolate } from '../batches/commit-or-isolate.ts'

type Ports = Readonly<{
  find: (limit: number) => Promise<readonly Key[]>
  settle: (batch: Batch) => Promise<void>
  onError: (error: unknown) => void
}>

const AT_ONCE = 100

/**
 * Settles orders that somebody told something about, and all orders again after the rules have changed. Orders that
 * cannot be settled do not hold up the others. True: there may be more.
 */
export async function settleUnsettled({ find, settle, onError }: Ports): Promise<boolean> {
  const found = await find(AT_ONCE)
  if (found.length === 0) return false

  const outcomes = await commitOrIsolate(found, orders => settle({ events: [], orders }))
  const failures = outcomes.flatMap(outcome => (outcome === undefined ? [] : [outcome.error]))
  for (const error of failures) onError(error)
  return found.length >= AT_ONCE && failures.length === 0
}
