import type { ReadingRules } from '@paidonce/core/facts/reading'
import { FACTS, isActedOn, readEvent } from '@paidonce/core/facts/table'
import { isStripeEvent } from '@paidonce/shared/stripe-event'
import type { Finding } from '../finding.ts'
import type { FoundEvent } from '../found.ts'
import { holdSame, list } from './expectation.ts'

const INVARIANT = 'each finished event has told the facts that stand in it'

/** As this release reads it; an older one may have read it otherwise, and says so by its version. */
export function eachFinishedEventToldItsFacts(events: readonly FoundEvent[], rules: ReadingRules): Finding[] {
  return events.flatMap((event): Finding[] => {
    const { id, payload, finished, told } = event
    if (finished === null || !isStripeEvent(payload) || !isActedOn(FACTS, payload.type)) return []

    const { facts } = readEvent(FACTS, rules, payload)
    const due = facts.map(({ payment, kind }) => `${payment} ${kind}`)
    if (holdSame([...new Set(due)], told)) return []
    const says = `it told ${list(told)}, and in it stands ${list(due)}`
    return [{ invariant: INVARIANT, is: 'wrong', concerns: { event: id }, says, at: finished }]
  })
}
