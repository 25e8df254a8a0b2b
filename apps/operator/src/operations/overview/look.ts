import { lookAtLedger } from '@paidonce/ledger/overview/look-at-ledger'
import { readGaps } from '@paidonce/ledger/people/read-gaps'
import type { Ledger } from '@paidonce/ledger/pool'
import { run } from '@paidonce/ledger/transaction'
import type { JobsReport, Report } from './report.ts'

type Ports = Readonly<{
  ledger: Ledger
  countJobs: () => Promise<JobsReport>
  onError: (error: unknown) => void
}>

/** How everything stands. What does not answer is null; nothing is thrown. */
export async function lookAtEverything(
  { ledger, countJobs, onError }: Ports,
  nowMs: number
): Promise<Report> {
  const [work, gaps, jobs] = await Promise.allSettled([
    run(ledger, lookAtLedger()),
    readGaps(ledger, null, 0),
    countJobs()
  ])
  for (const part of [work, gaps, jobs]) if (part.status === 'rejected') onError(part.reason)
  const row = work.status === 'fulfilled' ? work.value[0] : undefined
  const ledgerReport =
    row === undefined || gaps.status === 'rejected' ? null : { ...row, gaps: gaps.value.accounts }
  return { atMs: nowMs, ledger: ledgerReport, jobs: jobs.status === 'fulfilled' ? jobs.value : null }
}
