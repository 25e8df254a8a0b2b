import type { Pause } from '@paidonce/ledger/people/last-pauses'
import type { JobsReport } from '../../overview/report.ts'
import { pausedQueues } from '../../queues/paused.ts'
import { about, type Finding } from '../finding.ts'
import { counted, span } from '../words.ts'

const { problem } = about('work')

/** So long an event may wait while workers have much to do. */
const FINE_MS = 120_000

/** What waits in Redis and should not. */
export function judgeQueues(jobs: JobsReport, pauses: readonly Pause[], nowMs: number): Finding[] {
  const { oldestMs, waiting, paused } = jobs.events
  const waits = oldestMs === null ? 0 : nowMs - oldestMs
  return [
    ...pausedQueues(jobs, pauses).map(says => problem(`${says}.`, 'Resume it on the console’s page Queues.')),
    ...(waits < FINE_MS || paused.length > 0
      ? []
      : [
          problem(
            `${counted(waiting, 'event')} waiting, the oldest for ${span(waits)}.`,
            'See that a worker runs, and that its /readyz says ready. docs/operations.md, "Waiting events".'
          )
        ])
  ]
}
