import { findTraces, type Trace } from '@paidonce/ledger/forgetting/find-traces'
import {
  eventsOfTrace,
  lettersOfTrace,
  type TracedEvent,
  type TracedLetter
} from '@paidonce/ledger/forgetting/trace-contents'
import type { Ledger } from '@paidonce/ledger/pool'
import { run } from '@paidonce/ledger/transaction'
import { type FoundJob, findEventJobs } from '../../redis/event-jobs.ts'
import { createHoldsAddress } from './holds-address.ts'

export type Person = Readonly<{ email: string; order: string | undefined }>

/** One payment that a person's address stands in, with all that is kept with it. */
export type FullTrace = Trace & Readonly<{ events: readonly TracedEvent[]; letters: readonly TracedLetter[] }>

export type Found = Readonly<{ traces: readonly FullTrace[]; jobs: readonly FoundJob[] }>

type Places = Readonly<{ ledger: Ledger; redisUrl: string }>

/** Where a person stands. Reads only. Throws LedgerError, or a sentence when Redis does not answer. */
export async function lookForPerson({ ledger, redisUrl }: Places, { email, order }: Person): Promise<Found> {
  const traces: FullTrace[] = []
  for (const trace of await run(ledger, findTraces(email, order)))
    traces.push({
      ...trace,
      events: await run(ledger, eventsOfTrace(trace)),
      letters: await run(ledger, lettersOfTrace(trace))
    })

  const known = new Set(traces.flatMap(({ events }) => events.map(({ id }) => id)))
  const holdsAddress = createHoldsAddress(email)
  const jobs = await findEventJobs(
    redisUrl,
    // Narrowed to an order, only the jobs of its own events are looked for.
    ({ id, data }) => known.has(eventIdOf(id)) || (order === undefined && holdsAddress(data))
  )
  return { traces, jobs }
}

/** A replay has a job id of its own: the event's, and which replay it is. */
const eventIdOf = (job: string) => job.replace(/-r\d+$/, '')
