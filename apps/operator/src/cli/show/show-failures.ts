import type { EventGroup, Failures, LetterGroup } from '../../operations/finding/list-failures.ts'
import { plain } from './plain.ts'
import { shortTime } from './table.ts'

/** What did not work, cause by cause. */
export function showFailures({ events, letters }: Failures): string {
  if (events.length + letters.length === 0) return 'Nothing has failed, and nothing is failing.'
  return [...events.map(eventLines), ...letters.map(letterLines)].join('\n\n')
}

const eventLines = ({ type, error, codeVersion, failed, failing, ...group }: EventGroup) =>
  [
    `${counted(group.count, 'event')} ${plain(type)}: ${plain(error.code)}, by release ${plain(codeVersion)}`,
    `  ${failed} FAILED, ${failing} will be tried again; ${between(group)}`,
    `  ${plain(error.text)}`,
    `  such as ${group.examples.map(plain).join(', ')}`
  ].join('\n')

const letterLines = ({ kind, status, reason, ...group }: LetterGroup) =>
  [
    `${counted(group.count, 'letter')} ${plain(kind)}: ${status === 'owed' ? 'will be tried again' : 'GIVEN UP'}`,
    `  ${between(group)}`,
    ...(reason === null ? [] : [`  ${plain(reason)}`]),
    `  such as letter ${group.examples.join(', ')}`
  ].join('\n')

const counted = (count: number, what: string) =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`

const between = ({ first, last }: Readonly<{ first: string; last: string }>) =>
  first === last ? shortTime(first) : `${shortTime(first)} to ${shortTime(last)}`
