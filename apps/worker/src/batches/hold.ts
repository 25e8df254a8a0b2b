import { setTimeout as wait } from 'node:timers/promises'

/** Often enough that work goes on within a second of the database's return. */
const LOOK_AGAIN_MS = 300

type HoldPorts = Readonly<{
  /** True if nothing is wrong with the work itself. */
  isOutage: (error: unknown) => boolean
  onHold: (error: unknown) => void
  onResume: () => void
}>

export type Hold = <T>(work: () => Promise<T>) => Promise<T>

/** Repeats work through an outage for as long as it lasts. Any other error of the work is thrown. */
export function createHold({ isOutage, onHold, onResume }: HoldPorts) {
  let holding = 0

  const hold: Hold = async work => {
    for (let isFirst = true; ; isFirst = false) {
      try {
        const result = await work()
        if (!isFirst && --holding === 0) onResume()
        return result
      } catch (error) {
        if (!isOutage(error)) {
          if (!isFirst && --holding === 0) onResume()
          throw error
        }
        if (isFirst && ++holding === 1) onHold(error)
        await wait(LOOK_AGAIN_MS)
      }
    }
  }
  return { hold, isHolding: () => holding > 0 }
}
