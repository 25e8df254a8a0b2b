import { setTimeout as sleep } from 'node:timers/promises'

type Clock = Readonly<{
  now?: () => number
  wait?: (ms: number) => Promise<unknown>
}>

/** Milliseconds of a clock that nobody sets: the time of day may step back by an hour, and must not be waited for. */
const monotonic = () => performance.now()

/** Lets calls through in the order they came, so many a second at most; one that comes after a while at once. */
export function createPace(
  perSecond: number,
  { now = monotonic, wait = sleep }: Clock = {}
): () => Promise<void> {
  const gap = 1_000 / perSecond
  let next = Number.NEGATIVE_INFINITY
  return async () => {
    const at = now()
    const mine = Math.max(at, next)
    next = mine + gap
    if (mine > at) await wait(mine - at)
  }
}
