import type { Delivery } from '@paidonce/stripe-twin/deliver/deliver'
import { mix } from '@paidonce/stripe-twin/mix/mix'
import type { Play } from '@paidonce/stripe-twin/sequences/play'
import { FAMILIES, type SequenceName } from '@paidonce/stripe-twin/sequences/table'

const DUPLICATES = 0.2

/** The previous release acts on no other events. */
const SEQUENCES = Object.keys(FAMILIES.Checkout) as SequenceName[]

export type Story = ReturnType<typeof createStory>

/**
 * What happens at Stripe while a shop is upgraded: orders through every sequence of Checkout, their events shuffled and some of them twice, told in
 * parts. So most orders begin under one release and end under another.
 */
export function createStory(options: Readonly<{ seed: string; orders: number }>) {
  const now = Math.floor(Date.now() / 1000)
  const { plays, deliveries } = mix({
    ...options,
    sequences: SEQUENCES,
    now,
    duplicates: DUPLICATES,
    shuffle: true
  })
  const registered = new Set<Play>()
  let told = 0
  const toldIds = () => new Set(deliveries.slice(0, told).map(({ event }) => event.id))

  const next = (count: number): readonly Delivery[] => {
    const part = deliveries.slice(told, told + count)
    told += part.length
    return part
  }
  return {
    plays,
    /** So many more deliveries, or as many as are left up to this share of the whole, 0 to 1. */
    next: (count: number, share = 1) =>
      next(Math.max(0, Math.min(count, Math.round(deliveries.length * share) - told))),
    /** All up to this share of the whole, 0 to 1. */
    upTo: (share: number) => next(Math.max(0, Math.round(deliveries.length * share) - told)),
    /** The orders of which everything has been told by now. */
    whole: (): readonly Play[] => {
      const known = toldIds()
      return plays.filter(({ steps }) => steps.every(({ event }) => known.has(event.id)))
    },
    /**
     * Every other order that nothing was told of yet, for the shop to register. Each once: a worker that is halted may hold the
     * lock of one that is registered already.
     */
    toRegister: (): readonly Play[] => {
      const known = toldIds()
      const fresh = plays.filter(
        play =>
          play.expected.status !== null &&
          !registered.has(play) &&
          !play.steps.some(({ event }) => known.has(event.id))
      )
      const chosen = fresh.filter((_, index) => index % 2 === 0)
      for (const play of chosen) registered.add(play)
      return chosen
    }
  }
}
