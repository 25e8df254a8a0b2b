import type { Line } from '@paidonce/stripe-twin/trigger/screen'
import { counted, duration, number } from '@paidonce/stripe-twin/trigger/words'
import { FAULTS, type FaultKind } from '../faults/table.ts'
import type { DrillReport, Problem } from './drill-report.ts'

/** How many problems are told one by one. */
const TOLD = 10
const COLUMNS = 2

/** A machine with room never makes a program wait for so long. */
const LONG_PAUSE_MS = 1_000
const NAME_WIDTH = 30

/** The whole report, on one screen unless much went wrong. Pure. */
export const reportLines = (report: DrillReport): Line[] => [
  [],
  [
    ['strong', 'drill'],
    `  ${counted(report.orders, 'order')} in ${report.minutes} min`,
    ['soft', `  seed ${report.seed}`]
  ],
  [],
  row(
    'Sent',
    `${counted(report.events, 'event')} in ${counted(report.deliveries, 'delivery')}, ${counted(againOf(report), 'more attempt')}`
  ),
  ...answerLines(report),
  row('Longest outage', duration(report.longestOutageMs), 'nothing was taken for so long'),
  ...pauseLines(report),
  ...faultLines(report),
  row('Restarts', `${number(report.restarts)} of programs`, ...endedLines(report)),
  ...repeatedLines(report),
  ...lossLines(report),
  ...sweptLines(report),
  row('Drained in', report.drainMs === null ? ['bad', 'not at all'] : duration(report.drainMs)),
  row(
    'Judged',
    `${counted(report.judged.orders, 'order')}, ${counted(report.judged.events, 'event')}, ${counted(report.judged.jobs, 'job')}`
  ),
  [],
  verdict(report),
  ...report.problems.slice(0, TOLD).map(problemLine),
  ...(report.problems.length > TOLD
    ? [[`… and ${number(report.problems.length - TOLD)} more: --json tells all`] as Line]
    : []),
  [],
  [['soft', 'Again'], `  ${report.repeat}`],
  []
]

const LABEL_WIDTH = 18

const row = (label: string, ...parts: readonly (Line[number] | undefined)[]): Line => [
  ['soft', label.padEnd(LABEL_WIDTH)],
  ...parts.filter(part => part !== undefined).map((part, index) => (index === 0 ? part : soft(part)))
]

const soft = (part: Line[number]): Line[number] => (typeof part === 'string' ? ['soft', `   ${part}`] : part)

const againOf = ({ attempts, deliveries }: DrillReport) => Math.max(0, attempts - deliveries)

function answerLines({ answers }: DrillReport): Line[] {
  const most = Object.entries(answers).sort(([, a], [, b]) => b - a)
  if (most.length === 0) return []
  return [
    row(
      'Answers but 2xx',
      most
        .slice(0, 4)
        .map(([answer, count]) => `${number(count)} × ${answer}`)
        .join(', ')
    )
  ]
}

const pauseLines = ({ longestPauseMs }: DrillReport): Line[] =>
  longestPauseMs < LONG_PAUSE_MS
    ? []
    : [row('Slow machine', duration(longestPauseMs), 'the drill itself could not run for so long')]

function faultLines({ faults }: DrillReport): Line[] {
  const kinds = (Object.keys(FAULTS) as FaultKind[]).filter(kind => faults[kind] !== undefined)
  const total = kinds.reduce((sum, kind) => sum + (faults[kind]?.done ?? 0), 0)
  if (kinds.length === 0) return [row('Faults', 'none')]

  const cells = kinds.map(kind => {
    const { done = 0, missed = 0 } = faults[kind] ?? {}
    return `${String(done).padStart(3)} ${kind.replaceAll('_', ' ')}${missed > 0 ? ` (${missed} missed)` : ''}`
  })
  const height = Math.ceil(cells.length / COLUMNS)
  const lines = Array.from({ length: height }, (_, line) =>
    cells
      .filter((_cell, index) => index % height === line)
      .map(cell => cell.padEnd(NAME_WIDTH + 12))
      .join('')
      .trimEnd()
  )
  return [row('Faults', number(total)), ...lines.map((line): Line => [`  ${line}`])]
}

const endedLines = ({ endedByThemselves }: DrillReport): string[] =>
  endedByThemselves.length === 0
    ? []
    : [`${endedByThemselves.length} ended by themselves: ${endedByThemselves.slice(0, 3).join(', ')}`]

function repeatedLines({ lettersRepeated, announcementsRepeated }: DrillReport): Line[] {
  if (lettersRepeated + announcementsRepeated === 0) return []
  return [
    row(
      'Came twice',
      `${counted(lettersRepeated, 'letter')}, ${counted(announcementsRepeated, 'announcement')}`,
      'under the same id, as is promised'
    )
  ]
}

const lossLines = ({ lostByRedis, swept }: DrillReport): Line[] =>
  Object.entries(lostByRedis).map(([kind, count]) =>
    row(
      'Lost by Redis',
      `${counted(count, 'event')} (${kind.replaceAll('_', ' ')})`,
      `none beyond what it may; ${swept === null ? 'sent again by hand' : 'found by the sweep'}`
    )
  )

function sweptLines({ swept }: DrillReport): Line[] {
  if (swept === null) return []
  const asOf = swept.asOf === null ? 'never' : swept.asOf.slice(11, 19)
  return [
    row('Never came', counted(swept.neverCame, 'event'), `found by the sweep, as of ${asOf} UTC`),
    ...(swept.late === 0
      ? []
      : [row('Came late', counted(swept.late, 'event'), 'the sweep looked before they were taken')])
  ]
}

function verdict({ counts, drainMs }: DrillReport): Line {
  const part = (is: Problem['is']): Line[number] => [
    counts[is] === 0 ? 'good' : 'bad',
    `${number(counts[is])} ${is}   `
  ]
  return [
    part('lost'),
    part('doubled'),
    part('stuck'),
    part('wrong'),
    ...(drainMs === null ? [['bad', 'did not drain'] as const] : [])
  ]
}

function problemLine({ is, says, concerns }: Problem): Line {
  const named = Object.entries(concerns).map(
    ([what, ids]) => `${what} ${typeof ids === 'string' ? ids : ids.join(' ')}`
  )
  return [['bad', `${is.padEnd(8)}`], says, ['soft', `  ${named.join(', ')}`]]
}
