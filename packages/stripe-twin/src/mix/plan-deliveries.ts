import type { SentEvent } from '../deliver/deliver.ts'
import { between, createRandom, pick, type Random, shuffled } from '../seed/random.ts'

export type Disorder = Readonly<{
  /** The share of events that are delivered a second time, 0 to 1. */
  duplicates?: number
  /** All events of all orders in any order, instead of each order's own. */
  shuffle?: boolean
  /** Each delivery is held back by up to so long. */
  delayMs?: number
  seed: string
}>

/** An event, and how long after the one before it it happens. */
type Step = Readonly<{ event: SentEvent; afterMs: number }>
type Planned = Readonly<{ event: SentEvent; atMs: number }>
/** Deliveries that leave together: a duplicate at the same time must stay beside its event. */
type Group = readonly Planned[]

/** How much later than the event a duplicate comes that does not come at the same time. */
const DUPLICATE_AFTER_MS = 1_500

/**
 * When which event is delivered, in the order in which the deliveries leave. Of the duplicates half come at the same time as
 * their event, half later. The same seed gives the same plan.
 */
export function planDeliveries(orders: readonly (readonly Step[])[], disorder: Disorder): Planned[] {
  const { duplicates = 0, shuffle = false, delayMs = 0, seed } = disorder
  const random = createRandom(`${seed}/plan`)
  const groups = duplicate(random, orders.flatMap(timed), duplicates)
  const placed = shuffle ? shuffled(random, groups.map(leaveAtOnce)) : groups
  const held = delayMs === 0 ? placed : placed.map(holdBack(random, delayMs))

  return shuffle ? held.flat() : held.flat().sort((a, b) => a.atMs - b.atMs)
}

/** Steps say how long after each other they come; deliveries, how long after the start. */
function timed(steps: readonly Step[]): Planned[] {
  let atMs = 0
  return steps.map(({ event, afterMs }) => {
    atMs += afterMs
    return { event, atMs }
  })
}

function duplicate(random: Random, deliveries: readonly Planned[], share: number): Group[] {
  const count = Math.round(deliveries.length * share)
  const chosen = new Set(shuffled(random, deliveries).slice(0, count))
  return deliveries.flatMap((delivery): Group[] => {
    if (!chosen.has(delivery)) return [[delivery]]
    if (pick(random, ['at once', 'later']) === 'at once') return [[delivery, delivery]]
    return [[delivery], [{ ...delivery, atMs: delivery.atMs + between(random, 1, DUPLICATE_AFTER_MS) }]]
  })
}

const holdBack = (random: Random, upToMs: number) => (group: Group) => {
  const byMs = between(random, 0, upToMs)
  return group.map(delivery => ({ ...delivery, atMs: delivery.atMs + byMs }))
}

/** Shuffled, an order's own times mean nothing any more. */
const leaveAtOnce = (group: Group) => group.map(({ event }) => ({ event, atMs: 0 }))
