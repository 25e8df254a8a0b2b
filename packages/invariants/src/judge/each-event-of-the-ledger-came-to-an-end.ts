import type { Finding } from '../finding.ts'
import type { FoundEvent } from '../found.ts'

const INVARIANT = 'each event that the ledger knows is finished'

/** An event that failed for good stands where an operator sees it, unless one discarded it; one that did not is tried again. */
export function eachEventCameToAnEnd(events: readonly FoundEvent[]): Finding[] {
  return events
    .filter(({ finished, discarded }) => finished === null && !discarded)
    .map(({ id, failed, received }) => ({
      invariant: INVARIANT,
      is: 'open',
      concerns: { event: id },
      says: failed === null ? 'it was tried and is not finished' : 'it failed and waits for an operator',
      at: failed ?? received
    }))
}
