const UNITS = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min']
] as const

/** "12 s ago", "3 h ago" */
export const ago = (ms: number): string => `${span(ms)} ago`

/** "12 s", "3 h" */
export function span(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000))
  const [size, unit] = UNITS.find(([size]) => seconds >= 2 * size) ?? [1, 's']
  return `${Math.floor(seconds / size)} ${unit}`
}

/** "1 event", "12 events" */
export const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`

/** The first few by name, and how many more. */
export function some(names: readonly string[], most = 4): string {
  const more = names.length - most
  return names.slice(0, most).join(', ') + (more > 0 ? ` and ${more} more` : '')
}
