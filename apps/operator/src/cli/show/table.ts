import { plain } from './plain.ts'

const GAP = '  '

/** Lines of aligned cells; a column in which nothing stands is left out, and nothing of a cell reaches the terminal but its text. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const shown = rows.map(row => row.map(plain))
  const widths = heading.map((title, index) => {
    const longest = Math.max(0, ...shown.map(row => row[index]?.length ?? 0))
    return longest === 0 ? 0 : Math.max(longest, title.length)
  })
  return [heading, ...shown].map(row =>
    row
      .flatMap((cell, index) => (widths[index] ? [cell.padEnd(widths[index])] : []))
      .join(GAP)
      .trimEnd()
  )
}

/** `2026-05-01 12:00:00`, UTC. */
export const shortTime = (iso: string): string => iso.slice(0, 19).replace('T', ' ')
