import { playSequence } from '../../sequences/play.ts'
import type { Shelves } from '../shelves/shelves.ts'

type Ports = Readonly<{ shelves: Pick<Shelves, 'keep'>; seed: string; nowS: () => number }>

/** New orders, each with one event, as they come while somebody reads a list: paid by card, and told to nobody. */
export function createHappenings({ shelves, seed, nowS }: Ports) {
  let happened = 0
  return (count: number) => {
    for (let left = count; left > 0; left--) {
      happened += 1
      const { steps } = playSequence('card', { orderId: `meanwhile-${happened}`, seed, now: nowS() })
      shelves.keep(steps.map(({ event }) => event))
    }
  }
}
