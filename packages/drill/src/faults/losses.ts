import type { Taken } from '../load/sender-log.ts'

/** A fault that takes from Redis what it had confirmed, and exactly which events it may have taken at most. */
export type Loss = Readonly<{
  kind: string
  /** When, in ms since the drill began. Nothing that was answered later is its doing. */
  at: number
  ids: ReadonlySet<string>
}>

/** An answer that Redis gave just before may reach the sender so much later. */
const ON_ITS_WAY_MS = 3_000

/** The fault that may have taken an event from Redis that was answered 200 at this time. */
export const lossOf = (id: string, answered: number, losses: readonly Loss[]): Loss | undefined =>
  losses.find(({ at, ids }) => ids.has(id) && answered <= at + ON_ITS_WAY_MS)

/** Sorts missing events: those that a loss accounts for, by its kind, and those that nothing accounts for. Pure. */
export function sortMissing(
  missing: readonly string[],
  losses: readonly Loss[],
  accepted: ReadonlyMap<string, Taken>
) {
  const byKind: Record<string, string[]> = {}
  const unexplained: string[] = []
  for (const id of missing) {
    const loss = lossOf(id, accepted.get(id)?.times.at(-1) ?? 0, losses)
    if (loss === undefined) unexplained.push(id)
    else byKind[loss.kind] = [...(byKind[loss.kind] ?? []), id]
  }
  return { byKind, unexplained }
}
