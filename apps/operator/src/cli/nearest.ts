/** The name that a mistyped one was most likely meant to be, if any is near. */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  const [first] = names
    .map(name => ({ name, far: name.startsWith(typed) ? 1 : distance(typed.slice(0, 40), name) }))
    .filter(({ name, far }) => far <= Math.max(1, Math.floor(name.length / 3)))
    .sort((a, b) => a.far - b.far)
  return first?.name
}

/** How many letters must be added, dropped or changed to make one of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1]
    for (const [at, other] of [...b].entries())
      next.push(
        Math.min((row[at] ?? 0) + (letter === other ? 0 : 1), (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1)
      )
    row = next
  }
  return row[b.length] ?? 0
}
