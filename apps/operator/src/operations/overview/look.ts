import { countOpenMarks } from '@paidonce/ledger/overview/count-open-marks'
import { lookAtLedger } from '@paidonce/ledger/overview/look-at-ledger'
import { lastPauses, type Pause } from '@paidonce/ledger/people/last-pauses'
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
  const [inLedger, jobs] = await Promise.allSettled([reportOf(ledger), countJobs()])
  for (const part of [inLedger, jobs]) if (part.status === 'rejected') onError(part.reason)
  const jobsReport = jobs.status === 'fulfilled' ? jobs.value : null
  const pauses = await pausesOf(ledger, jobsReport).catch((error: unknown) => {
    onError(error)
    return []
  })
  return {
    atMs: nowMs,
    ledger: inLedger.status === 'fulfilled' ? inLedger.value : null,
    jobs: jobsReport,
    pauses
  }
}

async function pausesOf(ledger: Ledger, jobs: JobsReport | null): Promise<readonly Pause[]> {
  const paused = Object.values(jobs ?? {}).flatMap(queue => queue.paused)
  return paused.length === 0 ? [] : await run(ledger, lastPauses(paused))
}

async function reportOf(ledger: Ledger): Promise<Report['ledger']> {
  const [[work], [open], gaps] = await Promise.all([
    run(ledger, lookAtLedger()),
    run(ledger, countOpenMarks()),
    readGaps(ledger, null, 0)
  ])
  return work && open ? { ...work, open, gaps: gaps.accounts } : null
}
