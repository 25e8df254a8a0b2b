import xterm from '@xterm/headless'
import { type Look, PLAIN, type Row, type Run } from '../screen.ts'

const SCROLLBACK = 5_000
const FIRST_COLORS = 8

type Size = Readonly<{ columns: number; rows: number }>
type Line = NonNullable<ReturnType<InstanceType<typeof xterm.Terminal>['buffer']['active']['getLine']>>
type Cell = NonNullable<ReturnType<Line['getCell']>>

/**
 * What a terminal of this size shows after all of `output`, scrolled-away lines included, without empty lines above and below.
 * Throws when something is coloured in a way that pictures have no word for.
 */
export async function readScreen(output: string, { columns, rows }: Size): Promise<Row[]> {
  const terminal = new xterm.Terminal({ cols: columns, rows, scrollback: SCROLLBACK, allowProposedApi: true })
  try {
    await new Promise<void>(resolve => terminal.write(output, resolve))
    const { active } = terminal.buffer
    const all = Array.from({ length: active.length }, (_, index) => runsOf(active.getLine(index), columns))
    const shown = all.map(row => row.length > 0)
    return all.slice(Math.max(shown.indexOf(true), 0), shown.lastIndexOf(true) + 1)
  } finally {
    terminal.dispose()
  }
}

function runsOf(line: Line | undefined, columns: number): Run[] {
  const runs: Run[] = []
  for (let column = 0; column < columns; column += 1) {
    const cell = line?.getCell(column)
    const text = cell?.getChars() ?? ''
    if (cell === undefined || text.trim() === '') continue
    const here = { text, column, columns: cell.getWidth(), look: lookOf(cell) }
    const last = runs.at(-1)
    if (last !== undefined && continues(last, here)) runs.splice(-1, 1, joined(last, here))
    else runs.push(here)
  }
  return runs
}

// A single space joins words; two or more begin a column, which has to stand where it stands in any font.
const continues = (run: Run, next: Run): boolean =>
  next.column - (run.column + run.columns) <= 1 &&
  run.look.isBold === next.look.isBold &&
  run.look.isSoft === next.look.isSoft &&
  run.look.color === next.look.color

function joined(run: Run, next: Run): Run {
  const gap = next.column - (run.column + run.columns)
  return {
    ...run,
    text: run.text + ' '.repeat(gap) + next.text,
    columns: run.columns + gap + next.columns
  }
}

function lookOf(cell: Cell): Look {
  const color = cell.isFgDefault() ? undefined : cell.getFgColor()
  if (!cell.isBgDefault() || cell.isInverse() || (color !== undefined && color >= FIRST_COLORS))
    throw new Error(
      `"${cell.getChars()}" is coloured in a way that svg/look-classes.ts has no class for: add one.`
    )
  return { ...PLAIN, isBold: cell.isBold() !== 0, isSoft: cell.isDim() !== 0, color }
}
