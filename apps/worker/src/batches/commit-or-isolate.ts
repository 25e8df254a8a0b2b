/** Undefined: committed. */
export type Outcome = { error: unknown } | undefined

/**
 * Commits items together. If that fails, each alone, so that only those at fault keep their error. Commits one after another: items that
 * collided with one another would do so again. An error that `endsAll` of an item alone is that of all behind it, which are not tried.
 */
export async function commitOrIsolate<Item>(
  items: readonly Item[],
  commit: (items: readonly Item[]) => Promise<void>,
  endsAll: (error: unknown) => boolean = () => false
): Promise<Outcome[]> {
  try {
    await commit(items)
    return items.map(() => undefined)
  } catch (error) {
    if (items.length === 1) return [{ error }]

    const outcomes: Outcome[] = []
    let ended: Outcome
    for (const item of items) {
      const [outcome] = ended === undefined ? await commitOrIsolate([item], commit) : [ended]
      if (outcome !== undefined && endsAll(outcome.error)) ended = outcome
      outcomes.push(outcome)
    }
    return outcomes
  }
}
