import { CAUSES, isCause } from '@paidonce/core/completeness/cause'
import type { Completeness, Gaps, Missed } from '@paidonce/ledger/people/read-gaps'
import { plural } from './plural.ts'

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
  const { account, asOf, gap, windows, listed, missed, failing, outOfReach } = completeness
  const whose = account === '' ? '' : `${account}: `
  const first =
    asOf === null
      ? `${whose}never compared`
      : `${whose}gap ${gap} as of ${timeText(asOf)}${isCurrent ? '' : ', which is too long ago'}`
  return [
    first,
    `  ${missed} missing of ${listed} listed, in ${plural(windows, 'window')} of the last month`,
    ...(failing === null
      ? []
      : [`  failing since: ${failing.error} (${timeText(failing.at)})${hintOf(failing.error)}`]),
    ...outOfReach.map(
      ({ since, until }) =>
        `  not compared: ${timeText(since)} to ${timeText(until)}, which Stripe lists no more`
    )
  ]
}

const hintOf = (error: string) =>
  /\b40[13]\b/.test(error) ? ': is STRIPE_SECRET_KEY right, and may it read Events?' : ''

/** What wants a person first, then the newest, with the causes below. */
function missedLines(missed: readonly Missed[]): string[] {
  if (missed.length === 0) return []
  const causes = [...new Set(missed.map(({ cause }) => cause))]
  return [
    '',
    'what was missing',
    ...missed.map(one => `  ${missedLine(one)}`),
    '',
    'likely causes',
    ...causes.map(cause => `  ${wordsOf(cause)}: ${isCause(cause) ? CAUSES[cause].sentence : ''}`.trimEnd())
  ]
}

const missedLine = ({ id, account, type, created, found, cause, order, state, how }: Missed) =>
  [
    id,
    ...(account === '' ? [] : [account]),
    type,
    ...(order === null ? [] : [`order ${order}`]),
    `created ${timeText(created)}, found ${timeText(found)}`,
    wordsOf(cause),
    how === null || state !== 'finished' ? state.replaceAll('_', ' ').toUpperCase() : `finished by ${how}`
  ].join(' · ')

const wordsOf = (cause: string) => (isCause(cause) ? CAUSES[cause].words : cause)

/** JSON writes a Date as ISO 8601; the database’s own rows hold Dates. */
const timeText = (time: string | Date) => `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} UTC`
