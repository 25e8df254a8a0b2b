import { eraseTrace } from '@paidonce/ledger/forgetting/erase-trace'
import { noteErasure } from '@paidonce/ledger/forgetting/note-erasure'
import type { Ledger } from '@paidonce/ledger/pool'
import { run } from '@paidonce/ledger/transaction'
import { removeEventJobs } from '../../redis/event-jobs.ts'
import type { Found } from './look-for-person.ts'

type Erasure = Readonly<{ ledger: Ledger; redisUrl: string; found: Found; by: string; why: string }>

/**
 * Writes down that it is done, then does it: jobs first, since they are found by what the ledger knows, then payment by payment.
 * Ended anywhere and begun again, it does the rest. Throws LedgerError, or a sentence when Redis does not answer.
 */
export async function erasePerson({ ledger, redisUrl, found, by, why }: Erasure): Promise<void> {
  const { traces, jobs } = found
  // Jobs alone are of no payment that is known.
  await run(ledger, noteErasure({ traces: traces.length > 0 ? traces : [NOWHERE], by, why }))
  if (jobs.length > 0) await removeEventJobs(redisUrl, jobs)
  for (const trace of traces)
    await eraseTrace(
      ledger,
      trace,
      trace.events.map(({ id }) => id)
    )
}

const NOWHERE = { account: '', payment: null, event: null, order: null } as const
