/** Asks again only after a while, however many look: what it gives may be so old. A failure is not kept. */
export function keptFor<T>(
  ms: number,
  ask: () => Promise<T>,
  now: () => number = () => performance.now()
): () => Promise<T> {
  let kept: Promise<T> | undefined
  let at = 0
  return () => {
    if (kept !== undefined && now() - at < ms) return kept
    at = now()
    const asked = ask()
    kept = asked
    asked.catch(() => {
      if (kept === asked) kept = undefined
    })
    return asked
  }
}
