import type { FoundLetter } from '../../operations/finding/find-letters.ts'
import { plain } from './plain.ts'
import { shortTime, table } from './table.ts'

/** Letters as lines, with the reason below where there is one. */
export function showLetters(letters: readonly FoundLetter[]): string {
  const [heading = '', ...lines] = table(
    ['owed', 'letter', 'kind', 'status', 'order', 'recipient', 'account'],
    letters.map(letter => [
      shortTime(letter.owed),
      letter.id,
      letter.kind,
      statusOf(letter),
      letter.order,
      letter.recipient ?? '',
      letter.account
    ])
  )
  return [
    heading,
    ...lines.flatMap((line, index) => {
      const reason = letters[index]?.reason
      return reason ? [line, `    ${plain(reason)}`] : [line]
    })
  ].join('\n')
}

const statusOf = ({ status, reason }: FoundLetter): string => {
  if (status === 'given_up') return 'GIVEN UP'
  return status === 'owed' && reason !== null ? 'failing' : status
}
