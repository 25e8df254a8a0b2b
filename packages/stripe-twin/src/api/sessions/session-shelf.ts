import type { Hosted } from './create-session.ts'

/** So many sessions are kept, in memory. */
const KEPT = 50_000

/** Where sessions are kept while the twin runs; when there are too many, the oldest go. */
export type SessionShelf = Readonly<{
  find: (id: string) => Hosted | undefined
  put: (hosted: Hosted) => void
}>

export function createSessionShelf(): SessionShelf {
  const byId = new Map<string, Hosted>()
  return {
    find: (id: string) => byId.get(id),
    put(hosted) {
      byId.set(hosted.session.id, hosted)
      for (const oldest of byId.keys()) {
        if (byId.size <= KEPT) break
        byId.delete(oldest)
      }
    }
  }
}
