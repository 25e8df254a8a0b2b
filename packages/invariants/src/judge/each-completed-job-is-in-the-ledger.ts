import type { Finding } from '../finding.ts'
import type { KnownEvent } from '../postgres/read-known-events.ts'

const INVARIANT = 'each event whose job is completed is finished in the ledger'

/** What a worker told Redis is done must have been committed before. `jobs` were read before `known`. */
export function eachCompletedJobIsInTheLedger(
  jobs: readonly string[],
  known: readonly KnownEvent[]
): Finding[] {
  const finished = new Set(known.filter(event => event.finished).map(({ id }) => id))
  return jobs
    .filter(job => !finished.has(eventIdOf(job)))
    .map(job => ({
      invariant: INVARIANT,
      is: 'wrong',
      concerns: { event: eventIdOf(job), job },
      says: 'its job is completed, and the ledger does not say that it is finished'
    }))
}

/** A replay has a job id of its own: the event's, and which replay it is. */
export const eventIdOf = (job: string): string => job.replace(/-r\d+$/, '')
