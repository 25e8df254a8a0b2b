import { createIds } from '../seed/ids.ts'
import { createRandom } from '../seed/random.ts'
import type { Expected } from './expected.ts'
import { drawOrder, type Order, type Wishes } from './order.ts'
import { paymentOf } from './payment-of.ts'
import type { Step } from './sequence.ts'
import { SEQUENCES, type SequenceName } from './table.ts'

/** A sequence as one order lives through it. */
export type Play = Readonly<{
  sequence: SequenceName
  order: Order
  steps: readonly Step[]
  expected: Expected
  /** Ids of what pays: the payment intents, or sessions that have none. */
  payments: readonly string[]
}>

type PlayOptions = Readonly<{
  orderId: string
  /** The same seed, sequence and order id give the same ids and contents. */
  seed: string
  /** When the events happen, in seconds. */
  now: number
  wishes?: Wishes
  /** A text near the beginning of each id. */
  mark?: string
}>

export function playSequence(
  name: SequenceName,
  { orderId, seed, now, wishes = {}, mark = '' }: PlayOptions
): Play {
  const random = createRandom(`${seed}/${name}/${orderId}`)
  const order = drawOrder(random, orderId, wishes)
  const { steps, expected } = SEQUENCES[name]
  const played = steps({ order, ids: createIds(random, mark), now })

  return { sequence: name, order, steps: played, expected, payments: paymentsOf(played) }
}

const paymentsOf = (steps: readonly Step[]): string[] => [
  ...new Set(steps.map(({ event }) => paymentOf(event.data.object)).filter(id => id !== null))
]
