import { byPlace } from './place.ts'
import type { Source } from './source.ts'

/** Several sources as one; what stands in more than one is that of the first. They may become more while it is used. */
export function merge<Kept>(
  placeOf: Source<Kept>['placeOf'],
  sources: () => readonly Source<Kept>[]
): Source<Kept> {
  return {
    placeOf,
    find(id) {
      for (const source of sources()) {
        const found = source.find(id)
        if (found !== undefined) return found
      }
      return undefined
    },
    *walk(walk, wish) {
      const sign = walk.towards === 'older' ? 1 : -1
      const heads = sources().flatMap(source => headOf(source.walk(walk, wish)[Symbol.iterator]()))
      let last: string | undefined
      while (heads.length > 0) {
        const next = heads.reduce((one, other) =>
          sign * byPlace(placeOf(one.kept), placeOf(other.kept)) <= 0 ? one : other
        )
        const { id } = placeOf(next.kept)
        if (id !== last) yield next.kept
        last = id
        heads.splice(heads.indexOf(next), 1, ...headOf(next.rest))
      }
    }
  }
}

/** The next of them and the rest, nothing where there is none. */
function headOf<Kept>(rest: Iterator<Kept>) {
  const { done, value } = rest.next()
  return done ? [] : [{ kept: value, rest }]
}
