import type { Finding } from '../finding.ts'
import type { KnownEvent } from '../postgres/read-known-events.ts'
import { eventIdOf } from './each-completed-job-is-in-the-ledger.ts'

const INVARIANT = 'each job that failed is shown to an operator in the database'

/** An event that was finished once stays so when its replay fails: then that is what the ledger says. */
export function eachFailedEventIsShown(jobs: readonly string[], known: readonly KnownEvent[]): Finding[] {
  const shown = new Set(known.filter(({ failed, finished }) => failed || finished).map(({ id }) => id))
  return unshown(jobs, job => shown.has(eventIdOf(job)))
}

/** A letter's job fails when the letter is given up. `ended`: ids of letters that are no longer owed. */
export function eachFailedLetterIsShown(jobs: readonly string[], ended: readonly string[]): Finding[] {
  const shown = new Set(ended)
  return unshown(jobs, job => shown.has(letterIdOf(job)))
}

/** 0, which no letter has, for a job that is none of ours. */
export const letterIdOf = (job: string): string => job.match(/^letter-(\d{1,18})$/)?.[1] ?? '0'

const unshown = (jobs: readonly string[], isShown: (job: string) => boolean): Finding[] =>
  jobs
    .filter(job => !isShown(job))
    .map(job => ({
      invariant: INVARIANT,
      is: 'wrong',
      concerns: { job },
      says: 'it failed in Redis, and no row says so'
    }))
