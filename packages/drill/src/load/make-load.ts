import type { Delivery } from '@paidonce/stripe-twin/deliver/deliver'
import { loseSome } from '@paidonce/stripe-twin/lose/lose-some'
import { mix } from '@paidonce/stripe-twin/mix/mix'
import type { Play } from '@paidonce/stripe-twin/sequences/play'
import { isAside } from '@paidonce/stripe-twin/sequences/twin-event'
import { dateEvents } from './date-events.ts'

/** What happens, what of it is delivered when, and the ids of the events that are never delivered, not even once. */
export type Load = Readonly<{
  plays: readonly Play[]
  deliveries: readonly Delivery[]
  withheld: ReadonlySet<string>
}>

type LoadWishes = Readonly<{ orders: number; minutes: number; seed: string; lose: number }>

const MINUTE_MS = 60_000
const DUPLICATES = 0.2

/** The last deliveries have a while before the load ends. */
const SPREAD = 0.9

/** Shuffled, a fifth twice, and spread over the whole time. `now`: when it begins, in seconds. */
export function makeLoad({ orders, minutes, seed, lose }: LoadWishes, now: number): Load {
  const planned = mix({
    orders,
    seed,
    now,
    duplicates: DUPLICATES,
    shuffle: true,
    delayMs: Math.round(minutes * MINUTE_MS * SPREAD)
  })
  const { plays, deliveries } = dateEvents(planned, now)
  const { lost, ...kept } = loseSome(deliveries, { share: lose, seed })
  return { plays, deliveries: kept.deliveries, withheld: lost }
}

/** Ids of the events that say something, of all that happens. */
export const tellingEvents = ({ plays }: Pick<Load, 'plays'>): string[] =>
  plays.flatMap(({ steps }) => steps.filter(({ event }) => !isAside(event)).map(({ event }) => event.id))
