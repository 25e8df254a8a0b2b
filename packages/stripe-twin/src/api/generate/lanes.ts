import type { TwinEvent } from '../../sequences/twin-event.ts'
import { byPlace } from '../lists/place.ts'
import type { Source, Walk, Wish } from '../lists/source.ts'
import { type Kind, type Kinds, keepPlay, PLACE_OF } from '../shelves/kinds.ts'
import type { Generation } from './generation.ts'

/** The same plays are looked at several times in a row: so many are remembered. */
const REMEMBERED = 50

/** For each kind the sources that a generation makes: the first such thing of every order, the second of every order, and so on. */
export type Lanes = { readonly [K in Kind]: readonly Source<Kinds[K]>[] }

export function createLanes(generation: Generation): Lanes {
  const eventsOf = remembering(number => generation.playOf(number).steps.map(({ event }) => event))
  const keptOf = remembering(number => keepPlay(eventsOf(number), true))
  // Every play of a sequence makes the same kinds of things, as many, and as long after its beginning.
  const sample = keptOf(0)
  const lanesOf = <K extends Kind>(kind: K): Source<Kinds[K]>[] =>
    sample[kind].map((_, index) =>
      createLane(generation, {
        placeOf: PLACE_OF[kind],
        keptOf: number => keptOf(number)[kind][index] as Kinds[K]
      })
    )
  const eventLanes = sample.events.map(({ event: { type } }, index) =>
    createLane(generation, {
      placeOf: PLACE_OF.events,
      // Of a million events nobody wants to know what they show.
      keptOf: number => ({ event: eventsOf(number)[index] as TwinEvent, isDelivered: true }),
      type
    })
  )
  return {
    events: eventLanes,
    sessions: lanesOf('sessions'),
    intents: lanesOf('intents'),
    refunds: lanesOf('refunds'),
    disputes: lanesOf('disputes')
  }
}

type LaneOptions<Kept> = Readonly<{
  placeOf: Source<Kept>['placeOf']
  keptOf: (number: number) => Kept
  /** That of all its events, if they are events. */
  type?: string
}>

/** One thing of each order. The greater the number, the newer, and of one second the greater the id. */
function createLane<Kept>(
  { orders, numberIn }: Generation,
  { placeOf, keptOf, type }: LaneOptions<Kept>
): Source<Kept> {
  const compare = (number: number, { from }: Walk) => byPlace(placeOf(keptOf(number)), from)

  return {
    placeOf,
    find(id) {
      const number = numberIn(id)
      const kept = number === undefined ? undefined : keptOf(number)
      return kept !== undefined && placeOf(kept).id === id ? kept : undefined
    },
    *walk(walk, { type: isType, about }: Wish) {
      if (type !== undefined && isType?.(type) === false) return
      const isOlder = walk.towards === 'older'
      if (about !== undefined) {
        const number = numberIn(about)
        if (number !== undefined && (isOlder ? compare(number, walk) > 0 : compare(number, walk) < 0))
          yield keptOf(number)
        return
      }
      if (isOlder) {
        const end = firstNumber(orders, number => compare(number, walk) <= 0)
        for (let number = end - 1; number >= 0; number--) yield keptOf(number)
      } else {
        const start = firstNumber(orders, number => compare(number, walk) < 0)
        for (let number = start; number < orders; number++) yield keptOf(number)
      }
    }
  }
}

/** From which on it holds; `orders` if for none. */
function firstNumber(orders: number, holds: (number: number) => boolean): number {
  let [low, high] = [0, orders]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function remembering<Made>(make: (number: number) => Made): (number: number) => Made {
  const known = new Map<number, Made>()
  return number => {
    const before = known.get(number)
    if (before !== undefined) return before
    const made = make(number)
    known.set(number, made)
    for (const oldest of known.keys()) {
      if (known.size <= REMEMBERED) break
      known.delete(oldest)
    }
    return made
  }
}
