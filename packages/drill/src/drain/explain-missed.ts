import { type Loss, lossOf } from '../faults/losses.ts'
import type { Named } from '../fleet/ask-gaps.ts'
import type { Taken } from '../load/sender-log.ts'

type Known = Readonly<{
  /** Never delivered. */
  withheld: ReadonlySet<string>
  /** What faults may have taken from Redis. */
  losses: readonly Loss[]
  accepted: ReadonlyMap<string, Taken>
  /** When the drill began, in ms since 1970. */
  begunAt: number
}>

export type Explained = ReturnType<typeof explainMissed>

/** Between a sweep's look and its note an event may still come, and the sweep be held up by a fault. */
const HELD_UP_MS = 30_000

/** Sorts what `gaps` names by why it was missing. Pure. */
export function explainMissed(named: readonly Named[], { withheld, losses, accepted, begunAt }: Known) {
  const neverCame: string[] = []
  const lostByRedis: Record<string, string[]> = {}
  /** Delivered, and not taken before the sweep looked. */
  const late: string[] = []
  /** Answered 200, and nothing explains why it was gone. */
  const unexplained: string[] = []
  /** It was there, and had been for long. */
  const misnamed: string[] = []

  for (const { id, found, how } of named) {
    const foundMs = Date.parse(found) - begunAt
    const answered = accepted.get(id)?.times.findLast(at => at <= foundMs)
    // One that comes later took it only if it had to be fetched for that.
    const before = how === 'sweep' ? losses : losses.filter(({ at }) => at <= foundMs)
    const loss = answered === undefined ? undefined : lossOf(id, answered, before)
    if (withheld.has(id)) neverCame.push(id)
    else if (answered === undefined) late.push(id)
    else if (loss !== undefined) lostByRedis[loss.kind] = [...(lostByRedis[loss.kind] ?? []), id]
    else if (how === 'sweep') unexplained.push(id)
    else if (answered > foundMs - HELD_UP_MS) late.push(id)
    else misnamed.push(id)
  }
  return { neverCame, lostByRedis, late, unexplained, misnamed }
}
