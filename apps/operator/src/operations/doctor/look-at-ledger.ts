import { lookAtServer, type ServerReport } from '@paidonce/ledger/doctor/look-at-server'
import { lookAtWork, type WorkReport } from '@paidonce/ledger/doctor/look-at-work'
import { lastPauses, type Pause } from '@paidonce/ledger/people/last-pauses'
import { createPool } from '@paidonce/ledger/pool'
import { run } from '@paidonce/ledger/transaction'
import {
  ANNOUNCEMENTS_QUEUE,
  eventQueueName,
  LETTERS_QUEUE,
  MOST_EVENT_QUEUES
} from '@paidonce/shared/queues'

export type SeenLedger = Readonly<{
  server: ServerReport
  /** Only where all tables are as this release makes them. */
  work: (WorkReport & Readonly<{ pauses: readonly Pause[] }>) | undefined
}>

const QUEUES = [
  ...Array.from({ length: MOST_EVENT_QUEUES }, (_, index) => eventQueueName(index)),
  LETTERS_QUEUE,
  ANNOUNCEMENTS_QUEUE
]

/** Reads alone. Throws LedgerError. */
export async function lookAtLedger(databaseUrl: string): Promise<SeenLedger> {
  const ledger = createPool({
    connectionString: databaseUrl,
    namedStatements: false,
    onError: () => undefined
  })
  try {
    const server = await lookAtServer(ledger)
    const isComplete = server.known.every(name => server.applied.includes(name))
    if (!isComplete) return { server, work: undefined }
    return { server, work: { ...(await lookAtWork(ledger)), pauses: await run(ledger, lastPauses(QUEUES)) } }
  } finally {
    await ledger.pool.end()
  }
}
