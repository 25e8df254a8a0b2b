import assert from 'node:assert/strict'
import { test } from 'node:test'
import { playSequence } from '../sequences/play.ts'
import { planDeliveries } from './plan-deliveries.ts'

const ORDERS = Array.from({ length: 200 }, (_, index) =>
  playSequence('second_session', { orderId: String(index), seed: 's', now: 1_800_000_000 })
).map(({ steps }) => steps)

const ids = (plan: ReturnType<typeof planDeliveries>) => plan.map(({ event }) => event.id)
const IN_ORDER = ORDERS.flatMap(steps => steps.map(({ event }) => event.id))

test('without disorder every event is delivered once, and those of an order in their own order', () => {
  const plan = planDeliveries(ORDERS, { seed: 's' })
  assert.deepEqual(ids(plan).sort(), [...IN_ORDER].sort())
  for (const steps of ORDERS) {
    const own = steps.map(({ event }) => event.id)
    assert.deepEqual(
      ids(plan).filter(id => own.includes(id)),
      own
    )
  }
})

test('the times of an order add up, and deliveries leave by their times', () => {
  const plan = planDeliveries(ORDERS.slice(0, 1), { seed: 's' })
  assert.deepEqual(
    plan.map(({ atMs }) => atMs),
    [0, 1_000, 2_000]
  )
  const times = planDeliveries(ORDERS, { seed: 's', duplicates: 0.5 }).map(({ atMs }) => atMs)
  assert.deepEqual(
    times,
    [...times].sort((a, b) => a - b)
  )
})

test('a shuffle mixes the orders, loses nothing and adds nothing', () => {
  const plan = planDeliveries(ORDERS, { seed: 's', shuffle: true })
  assert.notDeepEqual(ids(plan), IN_ORDER)
  assert.deepEqual(ids(plan).sort(), [...IN_ORDER].sort())
  const overtaken = ORDERS.filter(([first, second]) => {
    const at = (id: string | undefined) => ids(plan).indexOf(id ?? '')
    return at(second?.event.id) < at(first?.event.id)
  })
  assert.ok(overtaken.length > 50, `${overtaken.length} of 200 orders have their second event first`)
})

test('shuffled deliveries all leave at once', () => {
  assert.ok(
    planDeliveries(ORDERS, { seed: 's', shuffle: true, duplicates: 0.5 }).every(({ atMs }) => atMs === 0)
  )
})

for (const shuffle of [false, true]) {
  test(`a share of 0.2 makes a fifth of the events come twice, none three times (shuffle: ${shuffle})`, () => {
    const plan = ids(planDeliveries(ORDERS, { seed: 's', shuffle, duplicates: 0.2 }))
    const counts = new Map<string, number>()
    for (const id of plan) counts.set(id, (counts.get(id) ?? 0) + 1)
    assert.equal([...counts.values()].filter(count => count === 2).length, IN_ORDER.length * 0.2)
    assert.equal([...counts.values()].filter(count => count > 2).length, 0)
    assert.deepEqual([...counts.keys()].sort(), [...IN_ORDER].sort())
  })
}

test('some duplicates leave beside their event, others later', () => {
  const plan = planDeliveries(ORDERS, { seed: 's', duplicates: 1 })
  const gaps = IN_ORDER.map(id => {
    const [first, second] = plan.filter(({ event }) => event.id === id).map(({ atMs }) => atMs)
    return (second ?? Number.NaN) - (first ?? 0)
  })
  const together = gaps.filter(gap => gap === 0).length
  assert.ok(together > gaps.length * 0.4 && together < gaps.length * 0.6, `${together} of ${gaps.length}`)
  assert.ok(gaps.every(gap => gap <= 1_500))
})

test('a delay holds every delivery back by up to so long', () => {
  const held = planDeliveries(ORDERS, { seed: 's', shuffle: true, delayMs: 300 }).map(({ atMs }) => atMs)
  assert.ok(Math.min(...held) >= 0 && Math.max(...held) <= 300)
  assert.ok(new Set(held).size > 100)
})

test('the same seed gives the same plan, another seed another', () => {
  const plan = (seed: string) => ids(planDeliveries(ORDERS, { seed, shuffle: true, duplicates: 0.2 }))
  assert.deepEqual(plan('a'), plan('a'))
  assert.notDeepEqual(plan('a'), plan('b'))
})
