import type { Delivery } from '../deliver/deliver.ts'
import { mix } from '../mix/mix.ts'
import { numberOrders } from '../mix/number-orders.ts'
import { planDeliveries } from '../mix/plan-deliveries.ts'
import type { Wishes } from '../sequences/order.ts'
import { type Play, playSequence } from '../sequences/play.ts'
import type { OptionValues } from './options.ts'
import { MIX, type Wanted } from './read-arguments.ts'

const ORDERS_IN_A_MIX = 100

/** What will happen, and what will be delivered when. */
export type Run = Readonly<{ seed: string; plays: readonly Play[]; deliveries: readonly Delivery[] }>

type Chance = Readonly<{ seed: string; now: number }>

/** Pure: `now` in seconds, `seed` where the options name none. */
export function makeRun({ what, options }: Extract<Wanted, { show: 'run' }>, chance: Chance): Run {
  const wishes = wishesIn(options)
  const disorder = disorderIn(options, chance.seed)
  const { seed } = disorder

  if (what === MIX)
    return {
      seed,
      ...mix({ ...disorder, wishes, now: chance.now, orders: options.orders ?? ORDERS_IN_A_MIX })
    }

  const plays = orderIds(`${what}-${seed}`, options).map(orderId =>
    playSequence(what, { orderId, seed, now: chance.now, wishes })
  )
  const steps = plays.map(play => play.steps)
  const isInOrder = plays.length === 1 && !disorder.shuffle && disorder.delayMs === 0
  return {
    seed,
    plays: isInOrder ? plays.map(inOrder) : plays,
    deliveries: planDeliveries(steps, disorder)
  }
}

/** Told one after the other, with time between, a refund cannot be heard of before its payment. */
const inOrder = (play: Play): Play => ({ ...play, expected: { ...play.expected, mayBeRefundedFirst: false } })

/** `seed` where the options name none. */
export const disorderIn = (options: OptionValues, seed: string) => ({
  seed: options.seed ?? seed,
  duplicates: options.duplicates ?? 0,
  shuffle: options.shuffle ?? false,
  delayMs: options.delay ?? 0
})

function orderIds(prefix: string, { order, orders = 1 }: OptionValues): string[] {
  return orders === 1 ? [order ?? prefix] : numberOrders(prefix, orders)
}

function wishesIn({ amount, currency, email, name, locale }: OptionValues): Wishes {
  return {
    ...(amount !== undefined && { amount }),
    ...(currency !== undefined && { currency }),
    ...(email !== undefined && { email }),
    ...(name !== undefined && { name }),
    ...(locale !== undefined && { locale })
  }
}
