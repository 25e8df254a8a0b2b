import type { SettleRules } from '@paidonce/core/orders/settle'
import { uniqueBy } from '@paidonce/ledger/columns'
import type { OrderState } from '@paidonce/ledger/rebuilding/order-state'
import { isChange, knownAfter, type OrderChange, predictAll, type Scene } from '../rebuild/predict.ts'
import { scenesOfOrders } from './scenes-of-orders.ts'

export type OrderPreview = OrderChange &
  Readonly<{
    /** What else it may come to: workers settle its events together or one by one, in no order that could be promised. */
    otherwise: readonly Pick<OrderChange, 'after' | 'newly'>[]
  }>

/**
 * Pure: what the orders come to. Of an order with several of these events also what comes of them one by one, in any order
 * (of more than four: forwards and backwards), where that is something else. Orders that end as they stand in every way are left out.
 */
export function predictInSteps(scene: Scene, rules: SettleRules): OrderPreview[] {
  return scenesOfOrders(scene).flatMap(own => {
    const ends = waysOf(own.events).flatMap(steps => follow(own, steps, rules) ?? [])
    const [together, ...others] = uniqueBy(ends, ({ after, newly }) => JSON.stringify([after, newly]))
    if (together === undefined || !ends.some(isChange)) return []
    return [{ ...together, otherwise: others.map(({ after, newly }) => ({ after, newly })) }]
  })
}

type Steps = readonly (readonly string[])[]

/** Up to so many, every order is tried: 24 of them. */
const FEW = 4

function waysOf(events: readonly string[]): readonly Steps[] {
  if (events.length < 2) return [[events]]
  const orders = events.length <= FEW ? ordersOf(events) : [events, events.toReversed()]
  return [[events], ...orders.map(order => order.map(event => [event]))]
}

const ordersOf = (events: readonly string[]): readonly (readonly string[])[] =>
  events.length < 2
    ? [events]
    : events.flatMap(first => ordersOf(events.filter(event => event !== first)).map(rest => [first, ...rest]))

/** One order through several settlements, each on top of what the one before wrote. */
function follow(own: Scene, steps: Steps, rules: SettleRules): OrderChange | undefined {
  let [scene, whole] = [own, undefined as OrderChange | undefined]
  for (const events of steps) {
    const step = { ...scene, events, told: own.told.filter(({ event }) => events.includes(event)) }
    const [change] = predictAll(step, rules)
    if (change === undefined) return undefined
    scene = { ...scene, known: knownAfter(step), states: [stateAfter(change, scene.states[0])] }
    whole = {
      ...change,
      before: whole === undefined ? change.before : whole.before,
      newly: both(whole, change)
    }
  }
  return whole
}

const both = (before: OrderChange | undefined, { newly }: OrderChange): OrderChange['newly'] => ({
  letters: [...(before?.newly.letters ?? []), ...newly.letters].sort(),
  announcements: [...(before?.newly.announcements ?? []), ...newly.announcements].sort()
})

const stateAfter = (
  { account, order, after, newly }: OrderChange,
  before: OrderState | undefined
): OrderState => ({
  account,
  id: order,
  status: after.status,
  fulfilledBy: after.fulfilledBy,
  ...after.marks,
  letters: [...(before?.letters ?? []), ...newly.letters],
  announcements: [...(before?.announcements ?? []), ...newly.announcements]
})
