import type { Delivery } from '../deliver/deliver.ts'
import type { Wishes } from '../sequences/order.ts'
import { type Play, playSequence } from '../sequences/play.ts'
import { SEQUENCE_NAMES, type SequenceName } from '../sequences/table.ts'
import { drawSequence } from './draw-sequence.ts'
import { numberOrders } from './number-orders.ts'
import { type Disorder, planDeliveries } from './plan-deliveries.ts'

export type MixOptions = Disorder &
  Readonly<{
    orders: number
    /** When the events happen, in seconds. */
    now: number
    wishes?: Wishes
    /** Only these; all if not said. */
    sequences?: readonly SequenceName[]
  }>

/** What happens, how each order must end (`plays`), and what is delivered when, in the order of leaving (`deliveries`). */
export type Mix = Readonly<{ plays: readonly Play[]; deliveries: readonly Delivery[] }>

/** Many orders through all sequences at once. The same options give the same ids, contents and plan. */
export function mix({ orders, now, wishes = {}, sequences = SEQUENCE_NAMES, ...disorder }: MixOptions): Mix {
  const { seed } = disorder
  const plays = numberOrders(`mix-${seed}`, orders).map(orderId =>
    playSequence(drawSequence(seed, orderId, sequences), { orderId, seed, now, wishes })
  )
  return {
    plays,
    deliveries: planDeliveries(
      plays.map(({ steps }) => steps),
      disorder
    )
  }
}
