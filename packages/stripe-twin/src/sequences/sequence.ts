import type { Ids } from '../seed/ids.ts'
import type { Expected } from './expected.ts'
import type { Order } from './order.ts'
import type { TwinEvent } from './twin-event.ts'

/** One event, and how long after the one before it happens. Days at Stripe are seconds here. */
export type Step = Readonly<{ event: TwinEvent; afterMs: number }>

/** All that a sequence is made of. `now` is in seconds. */
export type Checkout = Readonly<{ order: Order; ids: Ids; now: number }>

/** What happens to an order. Pure: the same checkout gives the same steps. */
export type Sequence = Readonly<{
  /** One line for a list. */
  about: string
  expected: Expected
  steps: (checkout: Checkout) => readonly Step[]
}>

/** Between a checkout and the bank's answer, or the buyer's next try. */
export const LATER_MS = 1_000
