import { setTimeout as wait } from 'node:timers/promises'

type RelayOptions = Readonly<{
  /** What a round does, in this order, by name. A step says whether there is more of it at once. */
  steps: Readonly<Record<string, () => Promise<boolean>>>
  onError: (error: unknown, step: string) => void
}>

/** How long something may lie about that nobody nudged for: a registration, a letter of a worker that died. */
const ROUND_MS = 1_000

/** Under load every batch nudges; one round for a few of them moves more at once. */
const GATHER_MS = 50

/**
 * Carries on what transactions left to be done: in rounds, and at once when nudged. A step that fails is tried again in
 * the next round and does not hold up the others.
 */
export function createRelay({ steps, onError }: RelayOptions) {
  let nudged = false
  let stopping = false
  let pause = new AbortController()
  let running: Promise<void> = Promise.resolve()

  async function goRound(): Promise<boolean> {
    let more = false
    for (const [name, step] of Object.entries(steps)) {
      try {
        more = (await step()) || more
      } catch (error) {
        onError(error, name)
      }
    }
    return more
  }

  async function goRounds() {
    while (!stopping) {
      nudged = false
      const more = await goRound()
      if (stopping || more) continue
      if (nudged) {
        await wait(GATHER_MS)
        continue
      }
      pause = new AbortController()
      await wait(ROUND_MS, undefined, { signal: pause.signal }).catch(() => undefined)
    }
  }

  function nudge() {
    nudged = true
    pause.abort()
  }

  return {
    run: () => {
      running = goRounds()
    },
    /** There is something to do. */
    nudge,
    /** Resolves when the round in hand is over. */
    stop: () => {
      stopping = true
      nudge()
      return running
    }
  }
}
