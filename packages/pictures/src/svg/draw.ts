import { escapeHtml } from '@paidonce/shared/escape-html'
import type { Picture } from '../pictures.ts'
import { PLAIN, type Row, type Run } from '../screen.ts'
import { CELL_HEIGHT, CELL_WIDTH, FIRST_BASELINE, LEFT } from './grid.ts'
import { classesOf, rulesFor } from './look-classes.ts'

const FONT = '14px ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace'
const NARROWEST = 80
const BELOW = 20

/** A window that shows the command as it was typed and then these rows: text, sharp at any size, one line of file a piece. */
export function draw({ alt, command, before }: Picture, screen: readonly Row[]): string {
  const rows = [promptRow(command), [], ...screen]
  const runs = rows.flat()
  const widest = Math.max(NARROWEST, ...runs.map(({ column, columns }) => column + columns))
  const width = Math.ceil(2 * LEFT + widest * CELL_WIDTH)
  const height = FIRST_BASELINE + (rows.length - 1) * CELL_HEIGHT + BELOW
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<title id="title">${escapeHtml(alt)}</title>`,
    `<desc>${escapeHtml(madeFrom(command, before))}</desc>`,
    `<style>text{font:${FONT};fill:#e6edf3;white-space:pre}${rulesFor(runs.map(run => run.look)).join('')}</style>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="#0d1117" stroke="#3d444d"/>`,
    '<g fill="#3d444d"><circle cx="22" cy="20" r="6"/><circle cx="42" cy="20" r="6"/><circle cx="62" cy="20" r="6"/></g>',
    ...rows.flatMap((row, index) => row.map(run => textElement(run, index))),
    '</svg>',
    ''
  ].join('\n')
}

/** What `<desc>` says: where the picture comes from. */
export const madeFrom = (command: string, before: readonly string[]): string =>
  [`Made by npm run pictures from: ${command}`, ...before.map(earlier => `after: ${earlier}`)].join('; ')

const promptRow = (command: string): Row => [
  { text: '$', column: 0, columns: 1, look: { ...PLAIN, isSoft: true } },
  { text: command, column: 2, columns: command.length, look: { ...PLAIN, isBold: true } }
]

// textLength makes a piece exactly as wide as its cells, whatever monospace font the reader's machine has.
function textElement({ text, column, columns, look }: Run, row: number): string {
  const classes = classesOf(look)
  return [
    '<text',
    ...(classes.length === 0 ? [] : [` class="${classes.join(' ')}"`]),
    ` x="${inPixels(LEFT + column * CELL_WIDTH)}" y="${FIRST_BASELINE + row * CELL_HEIGHT}"`,
    ` textLength="${inPixels(columns * CELL_WIDTH)}">${escapeHtml(text)}</text>`
  ].join('')
}

const inPixels = (length: number): number => Math.round(length * 10) / 10
