/** Undefined: committed. */
export type Outcome = { error: unknown } | undefined

/**
 * Commits items together. If that fails, each alone, so that only those at fault keep their error. Commits one after another: items that
 * collided with one another would do so again.
 */
export async function commitOrIsolate<Item>(
  items: readonly Item[],
  commit: (items: readonly Item[]) => Promise<void>
): Promise<Outcome[]> {
  try {
    await commit(items)
    return items.map(() => undefined)
  } catch (error) {
    if (items.length === 1) return [{ error }]

    const outcomes: Outcome[] = []
    for (const item of items) outcomes.push(...(await commitOrIsolate([item], commit)))
    return outcomes
  }
}
