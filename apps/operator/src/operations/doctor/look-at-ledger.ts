import { lookAtServer, type ServerReport } from '@paidonce/ledger/doctor/look-at-server'
import { lookAtWork, type WorkReport } from '@paidonce/ledger/doctor/look-at-work'
import { createPool } from '@paidonce/ledger/pool'

export type SeenLedger = Readonly<{
  server: ServerReport
  /** Only where all tables are as this release makes them. */
  work: WorkReport | undefined
}>

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
    return { server, work: isComplete ? await lookAtWork(ledger) : undefined }
  } finally {
    await ledger.pool.end()
  }
}
