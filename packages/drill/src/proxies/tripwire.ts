import type { Fate } from './start-proxy.ts'

type Trap<Sign> = Readonly<{
  /** Whether this is the moment. */
  wants: (sign: Sign) => boolean
  /** Runs at that very moment, and decides what becomes of the bytes that told it. */
  spring: () => Fate
  withinMs: number
}>

/** Lets a fault strike at a moment that only the protocol knows. Each trap springs once. */
export function createTripwire<Sign>() {
  let touch: (sign: Sign) => Fate = () => 'pass'

  return {
    touch: (sign: Sign): Fate => touch(sign),
    /** Resolves with true once it has sprung, with false if the moment did not come in time. */
    arm: ({ wants, spring, withinMs }: Trap<Sign>) =>
      new Promise<boolean>(resolve => {
        const disarm = (sprung: boolean) => {
          touch = () => 'pass'
          clearTimeout(timer)
          resolve(sprung)
        }
        const timer = setTimeout(disarm, withinMs, false)
        touch = sign => {
          if (!wants(sign)) return 'pass'
          disarm(true)
          return spring()
        }
      })
  }
}

export type Tripwire<Sign> = ReturnType<typeof createTripwire<Sign>>
