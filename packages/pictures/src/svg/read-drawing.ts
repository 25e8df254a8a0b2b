import { CELL_HEIGHT, CELL_WIDTH, FIRST_BASELINE, LEFT } from './grid.ts'

const PIECE = /<text[^>]* x="([\d.]+)" y="(\d+)"[^>]*>([^<]*)<\/text>/g
const CHARACTER: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'"
}

/** The lines that a drawing shows, the typed command first. */
export function readDrawing(svg: string): string[] {
  const lines: string[] = []
  for (const [, x = '', y = '', text = ''] of svg.matchAll(PIECE)) {
    const row = (Number(y) - FIRST_BASELINE) / CELL_HEIGHT
    const column = Math.round((Number(x) - LEFT) / CELL_WIDTH)
    while (lines.length <= row) lines.push('')
    lines[row] = (lines[row] ?? '').padEnd(column) + unescaped(text)
  }
  return lines
}

/** What an element of the drawing says, such as `title` or `desc`; empty when there is none. */
export function readElement(svg: string, name: 'title' | 'desc'): string {
  return unescaped(svg.match(new RegExp(`<${name}[^>]*>([^<]*)</${name}>`))?.[1] ?? '')
}

const unescaped = (text: string): string =>
  text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, entity => CHARACTER[entity] ?? entity)
