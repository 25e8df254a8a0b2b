import { endedEvents } from '@paidonce/ledger/forgetting/ended-events'
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
import { lookThroughUnfinished } from './look-through-unfinished.ts'

export type Person = Readonly<{ email: string; order: string | undefined }>

/** One payment that a person's address stands in, with all that is kept with it. */
export type FullTrace = Trace & Readonly<{ events: readonly TracedEvent[]; letters: readonly TracedLetter[] }>

/** `hasEnded`: the ledger says that the job's event has come to an end. */
export type PersonsJob = FoundJob & Readonly<{ event: string; hasEnded: boolean }>

export type Found = Readonly<{ traces: readonly FullTrace[]; jobs: readonly PersonsJob[] }>

type Places = Readonly<{ ledger: Ledger; redisUrl: string }>

/** Where a person stands. Reads only. Throws LedgerError, or a sentence when Redis does not answer. */
export async function lookForPerson({ ledger, redisUrl }: Places, { email, order }: Person): Promise<Found> {
  const holdsAddress = createHoldsAddress(email)
  // First, for one that is finished meanwhile is found by its columns then.
  const unfinished = await lookThroughUnfinished(ledger, order, holdsAddress)
  const traces: FullTrace[] = []
  for (const trace of await run(ledger, findTraces(email, order)))
    traces.push(await withContents(ledger, trace))
  const read = eventIds(traces)
  for (const trace of unfinished) if (!read.has(trace.event)) traces.push(await withContents(ledger, trace))

  const known = eventIds(traces)
  const jobs = await findEventJobs(
    redisUrl,
    // Narrowed to an order, only the jobs of its own events are looked for.
    ({ id, data }) => known.has(eventIdOf(id)) || (order === undefined && holdsAddress(data))
  )
  return { traces, jobs: await withEnds(ledger, jobs) }
}

const withContents = async (ledger: Ledger, trace: Trace): Promise<FullTrace> => ({
  ...trace,
  events: await run(ledger, eventsOfTrace(trace)),
  letters: await run(ledger, lettersOfTrace(trace))
})

const eventIds = (traces: readonly FullTrace[]) =>
  new Set(traces.flatMap(({ events }) => events.map(({ id }) => id)))

async function withEnds(ledger: Ledger, jobs: readonly FoundJob[]): Promise<PersonsJob[]> {
  const named = jobs.map(job => ({ ...job, event: eventIdOf(job.id) }))
  const rows = await run(ledger, endedEvents(named.map(({ event }) => event)))
  const ended = new Set(rows.map(({ id }) => id))
  return named.map(job => ({ ...job, hasEnded: ended.has(job.event) }))
}

/** A replay has a job id of its own: the event's, and which replay it is. */
const eventIdOf = (job: string) => job.replace(/-r\d+$/, '')
