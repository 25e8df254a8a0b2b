type Part = string | number | null

/** Sorted by what the values hold, so that the order in which they came cannot matter. */
export const sortedByContent = <T>(values: readonly T[], partsOf: (value: T) => readonly Part[]): T[] =>
  [...values].sort((a, b) => compare(partsOf(a), partsOf(b)))

function compare(a: readonly Part[], b: readonly Part[]): number {
  const at = a.findIndex((part, index) => part !== b[index])
  if (at === -1) return 0
  return (a[at] ?? '') < (b[at] ?? '') ? -1 : 1
}
