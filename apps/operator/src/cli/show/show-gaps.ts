import { CAUSES, isCause } from '@paidonce/core/completeness/cause'
import type { Completeness, Gaps, Missed } from '@paidonce/ledger/people/read-gaps'
import { groupBy } from '@paidonce/shared/group-by'
import { counted, span } from '../../operations/doctor/words.ts'
import { wrapped } from '../../operations/wrapped.ts'
import { plain } from './plain.ts'
import { shortTime, table } from './table.ts'

/** What sweeps have found, for a terminal. `isCurrent`: looked at lately enough. */
export function showGaps(gaps: Gaps, isCurrent: (account: Completeness) => boolean): string {
  if (gaps.accounts.length === 0)
    return 'Nothing was ever compared with Stripe’s list. Set STRIPE_SECRET_KEY for the worker: see docs/operations.md.'
  return [
    ...gaps.accounts.flatMap(account => accountLines(account, isCurrent(account))),
    ...missedLines(gaps.missed)
  ].join('\n')
}

function accountLines(completeness: Completeness, isCurrent: boolean): string[] {
  const { account, asOf, gap, windows, failing, outOfReach } = completeness
  const whose = account === '' ? '' : `${account}: `
  const first =
    asOf === null
      ? `${whose}never compared`
      : `${whose}gap ${gap} as of ${timeText(asOf)}${isCurrent ? '' : ', which is too long ago'}`
  return [
    first,
    ...(windows === 0 ? [] : [`  ${comparedText(completeness)}`]),
    ...(failing === null
      ? []
      : [plain(`  failing since: ${failing.error} (${timeText(failing.at)})${hintOf(failing.error)}`)]),
    ...outOfReach.map(
      ({ since, until }) =>
        `  not compared: ${timeText(since)} to ${timeText(until)}, which Stripe lists no more`
    )
  ]
}

/** Windows overlap, so that one event is looked at in several: it is no sum of events. */
const comparedText = ({ missed, listed, windows }: Completeness) =>
  `${missed.toLocaleString('en')} ${missed === 1 ? 'was' : 'were'} missing, of ${listed.toLocaleString('en')} looked at in ${counted(windows, 'window')} of the last month, which overlap`

const hintOf = (error: string) =>
  /\b40[13]\b/.test(error) ? ': is STRIPE_SECRET_KEY right, and may it read Events?' : ''

/** What wants a person first, then the newest, below its likely cause. */
function missedLines(missed: readonly Missed[]): string[] {
  if (missed.length === 0) return []
  return [
    '',
    'what was missing, by its likely cause',
    ...[...groupBy(missed, ({ cause }) => cause)].flatMap(([cause, events]) => [
      '',
      ...causeLines(cause),
      ...table(HEADING, events.map(cells)).map(line => `    ${line}`)
    ])
  ]
}

const causeLines = (cause: string) =>
  isCause(cause)
    ? [`  ${CAUSES[cause].words}`, ...wrapped(CAUSES[cause].sentence, '    ', '    ')]
    : [plain(`  ${cause}`)]

const HEADING = ['created', 'late by', 'state', 'event', 'type', 'order', 'account']

const cells = ({ id, account, type, created, found, order, state, how }: Missed): string[] => [
  shortTime(isoOf(created)),
  span(Date.parse(isoOf(found)) - Date.parse(isoOf(created))),
  how === null || state !== 'finished' ? state.replaceAll('_', ' ').toUpperCase() : `finished by ${how}`,
  id,
  type,
  order ?? '',
  account
]

/** JSON writes a Date as ISO 8601; the database’s own rows hold Dates. */
const isoOf = (time: string | Date) => new Date(time).toISOString()

const timeText = (time: string | Date) => `${shortTime(isoOf(time))} UTC`
