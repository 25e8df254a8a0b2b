import type { Letter } from './letter-page.ts'
import { wrapLines } from './wrap-lines.ts'

/** The letter as plain text, for those who read it so. The link has a line of its own and is never broken. */
export function letterText({ wording, summary, shopName, link }: Letter): string {
  const { greeting, opening, paragraphs, closing, farewell, reason } = wording
  const blocks = [
    wrapLines(greeting),
    wrapLines(opening),
    summary.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    ...paragraphs.map(wrapLines),
    ...(link === null ? [] : [`${link.button}:\n${link.url}`]),
    ...closing.map(wrapLines),
    [farewell, shopName].filter(line => line !== '').join('\n'),
    // "-- " begins a signature (RFC 3676, 4.3): mail programs show it softly and leave it out of answers.
    `-- \n${wrapLines(reason)}`
  ]
  return `${blocks.join('\n\n')}\n`
}
