import type { Pause } from '@paidonce/ledger/people/last-pauses'
import type { JobsReport } from '../overview/report.ts'
import { timeText } from '../show-facts.ts'

/** A sentence for each kind of job whose queue is paused, with who did it where that was noted, and no full stop. Pure. */
export const pausedQueues = (jobs: JobsReport, pauses: readonly Pause[]): string[] =>
  (['events', 'letters', 'announcements'] as const).flatMap(kind => {
    const { paused } = jobs[kind]
    if (paused.length === 0) return []
    const [by] = pauses.filter(({ queue }) => paused.includes(queue))
    const which = paused.length === 1 ? `The queue of ${kind} is` : `${paused.length} queues of ${kind} are`
    return [`${which} paused${by === undefined ? '' : `, by ${by.who} at ${timeText(by.at)}`}`]
  })
