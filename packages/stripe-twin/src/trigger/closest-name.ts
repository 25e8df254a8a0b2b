/** The name that was probably meant, or undefined if none is near. */
export function closestName(text: string, names: readonly string[]): string | undefined {
  const wanted = text.toLowerCase().replaceAll('-', '_')
  const words = wanted.split('_').filter(word => word.length >= 4)
  const sharing = names.find(name => words.some(word => name.includes(word)))
  const ranked = names
    .map(name => ({ name, distance: editsBetween(wanted, name) }))
    .sort((a, b) => a.distance - b.distance)
  const [best] = ranked
  return best !== undefined && best.distance <= Math.ceil(best.name.length / 3) ? best.name : sharing
}

/** Letters to change, add or leave out (Levenshtein). */
function editsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [at, letter] of [...from].entries()) {
    const above = row
    row = [at + 1]
    for (const [index, other] of [...to].entries()) {
      const change = (above[index] ?? 0) + (letter === other ? 0 : 1)
      row.push(Math.min(change, (above[index + 1] ?? 0) + 1, (row[index] ?? 0) + 1))
    }
  }
  return row.at(-1) ?? 0
}
