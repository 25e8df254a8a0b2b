import type { FactsTable, Reading, ReadingRules } from '@paidonce/core/facts/reading'
import { isActedOn, readEvent } from '@paidonce/core/facts/table'
import { describeError } from '@paidonce/shared/describe-error'
import { isStripeEvent } from '@paidonce/shared/stripe-event'
import type { Finding } from '../finding.ts'
import type { FoundEvent } from '../found.ts'
import { holdSame, list } from './expectation.ts'

const INVARIANT = 'each finished event has told the facts that stand in it'

/** As this release reads it; an older one may have read it otherwise, and says so by its version. */
export function eachFinishedEventToldItsFacts(
  events: readonly FoundEvent[],
  table: FactsTable,
  rules: ReadingRules
): Finding[] {
  return events.flatMap((event): Finding[] => {
    const { id, payload, finished, told } = event
    if (finished === null || !isStripeEvent(payload) || !isActedOn(table, payload.type)) return []

    const says = objectionTo(told, () => readEvent(table, rules, payload))
    return says === undefined
      ? []
      : [{ invariant: INVARIANT, is: 'wrong', concerns: { event: id }, says, at: finished }]
  })
}

function objectionTo(told: readonly string[], read: () => Reading): string | undefined {
  try {
    const due = read().facts.map(({ payment, kind }) => `${payment} ${kind}`)
    if (holdSame([...new Set(due)], told)) return undefined
    return `it told ${list(told)}, and in it stands ${list(due)}`
  } catch (error) {
    // A shop's own reading that was changed since.
    return `it told ${list(told)}, and cannot be read again: ${describeError(error).text}`
  }
}
