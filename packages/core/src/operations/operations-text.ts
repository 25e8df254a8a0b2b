import { wrapLines } from '../letters/wrap-lines.ts'
import type { OperationsMail } from './operations-mail.ts'
import type { Section } from './sections.ts'

/** The mail as plain text. */
export const operationsText = ({ title, sections, hints }: OperationsMail): string =>
  `${[title, ...sections.map(sectionText), `-- \n${hints.join('\n')}`].join('\n\n\n')}\n`

function sectionText({ title, advice, examples, more, commands }: Section): string {
  const listed = examples.map(
    example => `* ${example.title}\n  ${example.details.map(({ text }) => text).join(' · ')}`
  )
  const rest = more === 0 ? [] : [`and ${more.toLocaleString('en')} more`]
  const blocks = [
    `${title}\n${'='.repeat(title.length)}`,
    wrapLines(advice),
    [...listed, ...rest].join('\n'),
    commands.map(command => `    ${command}`).join('\n')
  ]
  return blocks.filter(block => block !== '').join('\n\n')
}
