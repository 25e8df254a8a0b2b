import type { Finding } from '../finding.ts'
import type { KnownEvent } from '../postgres/read-known-events.ts'

const INVARIANT =
  'each event that was answered 200 is finished in the ledger, unless it was ignored on purpose'

/** `acceptedIds`: events of types that are acted on. `known`: what the ledger says of them. */
export function eachAcceptedEventIsFinished(
  acceptedIds: readonly string[],
  known: readonly KnownEvent[]
): Finding[] {
  const states = new Map(known.map(event => [event.id, event]))
  return acceptedIds.flatMap((event): Finding[] => {
    const state = states.get(event)
    if (state?.finished) return []
    const says =
      state === undefined ? 'the ledger has never heard of it' : 'the ledger says that it is not finished'
    return [
      { invariant: INVARIANT, is: state?.failed === false ? 'open' : 'wrong', concerns: { event }, says }
    ]
  })
}
