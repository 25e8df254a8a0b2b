import type { Finding } from '../finding.ts'
import type { FoundEvent } from '../found.ts'

const INVARIANT = 'each event that was begun and is not finished has a job that will go on with it'

/** `gone`: ids of those that had no job when Redis was asked, after the database. */
export function eachUnfinishedEventHasAJob(
  events: readonly FoundEvent[],
  gone: readonly string[]
): Finding[] {
  return events
    .filter(event => isUnfinished(event) && gone.includes(event.id))
    .map(({ id, received }) => ({
      invariant: INVARIANT,
      is: 'wrong',
      concerns: { event: id },
      says: 'Redis has no job of it: send it again from Stripe',
      at: received
    }))
}

/** One that failed waits for a person, not for a job. */
export const isUnfinished = ({ finished, failed }: FoundEvent) => finished === null && failed === null
