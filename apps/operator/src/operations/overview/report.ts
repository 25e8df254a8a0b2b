import type { OpenMarks } from '@paidonce/ledger/overview/count-open-marks'
import type { LedgerReport } from '@paidonce/ledger/overview/look-at-ledger'
import type { Pause } from '@paidonce/ledger/people/last-pauses'
import type { Completeness } from '@paidonce/ledger/people/read-gaps'

export type QueueReport = Readonly<{
  waiting: number
  active: number
  /** Will be tried again later. */
  delayed: number
  failed: number
  /** When the oldest that waits was queued. */
  oldestMs: number | null
  /** Names of its queues that somebody has paused. */
  paused: readonly string[]
}>

export type JobsReport = Readonly<{
  events: QueueReport
  letters: QueueReport
  announcements: QueueReport
}>

/** How everything stands. null: PostgreSQL or Redis does not answer. */
export type Report = Readonly<{
  atMs: number
  ledger: (LedgerReport & Readonly<{ open: OpenMarks; gaps: readonly Completeness[] }>) | null
  jobs: JobsReport | null
  /** Who paused the queues that are paused, as far as that was noted. */
  pauses: readonly Pause[]
}>
