import { byPlace, type Place } from './place.ts'
import type { Source } from './source.ts'

/** So many of a kind are kept, in memory. */
const KEPT = 50_000

/** A source that things are put into. Of one id the last is kept; when there are too many, the oldest go. */
export type Shelf<Kept> = Source<Kept> & Readonly<{ put: (kept: Kept) => void }>

export function createShelf<Kept>(placeOf: (kept: Kept) => Place, most = KEPT): Shelf<Kept> {
  const byId = new Map<string, Kept>()
  let inOrder: Kept[] | undefined

  /** Sorted when it is read, not at each put: many are put at a time. */
  const sorted = () => {
    inOrder ??= [...byId.values()].sort((one, other) => byPlace(placeOf(one), placeOf(other)))
    return inOrder
  }

  /** A tenth at a time, since each time all are sorted. */
  const makeRoom = () => {
    for (const oldest of sorted().slice(Math.floor(most * 0.9))) byId.delete(placeOf(oldest).id)
    inOrder = undefined
  }

  return {
    placeOf,
    find: id => byId.get(id),
    put(kept) {
      const place = placeOf(kept)
      const before = byId.get(place.id)
      byId.set(place.id, kept)
      // What stays in its place, as an event does that was delivered, disturbs no order.
      if (inOrder !== undefined && before !== undefined && byPlace(placeOf(before), place) === 0)
        inOrder[firstWhere(inOrder, other => byPlace(placeOf(other), place) >= 0)] = kept
      else inOrder = undefined
      if (byId.size > most) makeRoom()
    },
    *walk({ from, towards }) {
      const all = sorted()
      const isOlder = (kept: Kept) => byPlace(placeOf(kept), from) > 0
      const isNewer = (kept: Kept) => byPlace(placeOf(kept), from) < 0
      const step = towards === 'older' ? 1 : -1
      let at = towards === 'older' ? firstWhere(all, isOlder) : firstWhere(all, kept => !isNewer(kept)) - 1
      for (; at >= 0 && at < all.length; at += step) yield all[at] as Kept
    }
  }
}

/** Of a list in which all that do not hold stand before all that do; its length if none does. */
function firstWhere<T>(all: readonly T[], holds: (one: T) => boolean): number {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(all[middle] as T)) high = middle
    else low = middle + 1
  }
  return low
}
