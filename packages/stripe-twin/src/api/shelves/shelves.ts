import type { TwinEvent } from '../../sequences/twin-event.ts'
import { createGeneration, type Generation, type GenerationWish } from '../generate/generation.ts'
import { createLanes, type Lanes } from '../generate/lanes.ts'
import { merge } from '../lists/merge.ts'
import { createShelf, type Shelf } from '../lists/shelf.ts'
import { type Kind, type Kinds, keepPlay, PLACE_OF } from './kinds.ts'

/** Everything the API knows, in memory, while the twin runs. */
export type Shelves = Readonly<
  { [K in Kind]: Shelf<Kinds[K]> } & {
    /** What has happened to one order, in that order. */
    keep: (events: readonly TwinEvent[]) => void
    /** The webhook has taken this event. */
    noteDelivered: (id: string) => void
    /** Many orders that take no room. Those with the same sequence and seed take the place of earlier ones. */
    generate: (wish: GenerationWish) => Generation
  }
>

/** `most`: so many of a kind are kept. */
export function createShelves(most?: number): Shelves {
  let generated: readonly Readonly<{ tag: string; lanes: Lanes }>[] = []
  const shelfOf = <K extends Kind>(kind: K): Shelf<Kinds[K]> => {
    const { put, ...own } = createShelf<Kinds[K]>(PLACE_OF[kind], most)
    return { ...merge(own.placeOf, () => [own, ...generated.flatMap(({ lanes }) => lanes[kind])]), put }
  }
  const shelves = {
    events: shelfOf('events'),
    sessions: shelfOf('sessions'),
    intents: shelfOf('intents'),
    refunds: shelfOf('refunds'),
    disputes: shelfOf('disputes')
  }

  return {
    ...shelves,
    keep(events) {
      const kept = keepPlay(events, false)
      for (const event of kept.events) shelves.events.put(event)
      for (const hosted of kept.sessions) {
        const { lines } = shelves.sessions.find(hosted.session.id) ?? hosted
        shelves.sessions.put({ ...hosted, lines })
      }
      for (const intent of kept.intents) shelves.intents.put(intent)
      for (const refund of kept.refunds) shelves.refunds.put(refund)
      for (const dispute of kept.disputes) shelves.disputes.put(dispute)
    },
    noteDelivered(id) {
      const kept = shelves.events.find(id)
      if (kept?.isDelivered === false) shelves.events.put({ ...kept, isDelivered: true })
    },
    generate(wish) {
      const generation = createGeneration(wish)
      const others = generated.filter(({ tag }) => tag !== generation.tag)
      generated = [...others, { tag: generation.tag, lanes: createLanes(generation) }]
      return generation
    }
  }
}
