import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Fact, NO_PAYMENT } from '../facts/fact.ts'
import { type Fulfilment, settle } from './settle.ts'

const ORDER = '1001'
const payment = fc.constantFrom('pi_1', 'pi_2', 'pi_3')
const order = fc.constantFrom(ORDER, ORDER, ORDER, null)
const money = fc.record({ amount: fc.constantFrom(500, 3000, null), currency: fc.constantFrom('eur', 'usd') })
const buyer = fc.record({
  email: fc.constantFrom('a@example.com', 'b@example.com', null),
  name: fc.constantFrom('Ann', null),
  locale: fc.constantFrom('vi', null)
})

const told = fc.oneof(
  fc.record({ kind: fc.constantFrom('completed', 'paid'), payment, order, value: money }),
  fc.record({
    kind: fc.constant('failed'),
    payment,
    order,
    value: fc.tuple(money, buyer).map(([due, who]) => ({ ...due, ...who }))
  }),
  fc.record({ kind: fc.constant('expired'), payment, order, value: fc.constant({}) })
)
const attempt = fc.record({
  charge: fc.constantFrom('ch_1', 'ch_2', null),
  method: fc.constantFrom('pm_1', null)
})
const ofIntent = fc.oneof(
  fc.record({
    kind: fc.constantFrom('underway', 'declined'),
    payment,
    order,
    value: fc.tuple(money, buyer, attempt).map(([due, who, by]) => ({ ...due, ...who, ...by }))
  }),
  fc.record({ kind: fc.constant('canceled'), payment, order, value: fc.constant({}) })
)
const afterwards = fc.oneof(
  fc.record({
    kind: fc.constant('refund'),
    payment,
    order: fc.constant(null),
    value: fc.record({
      refund: fc.constantFrom('re_1', 're_2'),
      amount: fc.constantFrom(500, 3000),
      status: fc.constantFrom('pending', 'succeeded', 'failed', 'canceled', null)
    })
  }),
  fc.record({
    kind: fc.constant('dispute'),
    payment,
    order: fc.constant(null),
    value: fc
      .tuple(
        money,
        fc.constantFrom('du_1', 'du_2'),
        fc.constantFrom('warning_closed', 'needs_response', 'under_review', 'won', 'lost', 'new', null)
      )
      .map(([due, dispute, status]) => ({ ...due, dispute, status, reason: null }))
  }),
  fc.record({
    kind: fc.constant('radar_review'),
    payment,
    order: fc.constant(null),
    value: fc.record({ review: fc.constantFrom('prv_1', 'prv_2'), isOpen: fc.boolean() })
  }),
  fc.record({
    kind: fc.constant('fraud_warning'),
    payment,
    order: fc.constant(null),
    value: fc.record({ warning: fc.constantFrom('issfr_1', 'issfr_2') })
  })
)
const refunded = fc.record({
  kind: fc.constant('refunded'),
  payment,
  order: fc.constant(null),
  value: fc.record({ amount: fc.integer({ min: 1, max: 3000 }) })
})
const registered = fc.record({
  kind: fc.constant('registered'),
  payment: fc.constant(NO_PAYMENT),
  order: fc.constant(ORDER),
  value: fc.constant({ amount: 3000, currency: 'eur' })
})
const facts = (...kinds: fc.Arbitrary<unknown>[]) =>
  fc.array(fc.oneof(...kinds), { maxLength: 12 }) as fc.Arbitrary<Fact[]>

const settleAll = (facts: readonly Fact[], fulfilment?: Fulfilment) =>
  settle({ order: ORDER, facts, fulfilment }, { requireRegistration: false })

/** The same facts in another order, some of them more than once. */
const toldAgain = (facts: readonly Fact[]) =>
  fc
    .tuple(
      fc.shuffledSubarray([...facts], { minLength: facts.length, maxLength: facts.length }),
      fc.shuffledSubarray([...facts])
    )
    .map(([all, again]) => [...all, ...again])

test('neither order nor repetition of facts changes status, marks or debts', () => {
  const twoTellings = facts(told, ofIntent, refunded, afterwards, registered).chain(all =>
    fc.tuple(fc.constant(all), toldAgain(all))
  )
  fc.assert(
    fc.property(twoTellings, ([once, again]) => assert.deepEqual(settleAll(once), settleAll(again))),
    { numRuns: 3_000 }
  )
})

/** Settles after each fact, as workers do, and keeps the fulfilment that the first such settling made. */
function arriveOneByOne(facts: readonly Fact[]) {
  let fulfilment: Fulfilment | undefined
  const made = new Set<string>()
  for (let known = 1; known <= facts.length; known++) {
    fulfilment = settleAll(facts.slice(0, known), fulfilment).fulfilment
    if (fulfilment !== undefined) made.add(fulfilment.payment)
  }
  return { end: settleAll(facts, fulfilment), made }
}

test('however facts arrive, an order is fulfilled at most once, and only by a paid payment', () => {
  fc.assert(
    fc.property(facts(told, ofIntent, refunded, afterwards, registered).chain(toldAgain), all => {
      const { end, made } = arriveOneByOne(all)
      assert.ok(made.size <= 1)
      for (const payment of made)
        assert.ok(all.some(fact => fact.payment === payment && fact.kind === 'paid'))
      assert.equal(end.status === 'fulfilled', made.size === 1)
    }),
    { numRuns: 3_000 }
  )
})

test('without refunds and guards, any order of arrival ends with the same status', () => {
  const twoArrivals = facts(told, ofIntent).chain(all => fc.tuple(toldAgain(all), toldAgain(all)))
  fc.assert(
    fc.property(twoArrivals, ([one, other]) => {
      assert.equal(arriveOneByOne(one).end.status, arriveOneByOne(other).end.status)
    }),
    { numRuns: 2_000 }
  )
})

test('the refunded amount is the same in any order of arrival, and no refund is forgotten', () => {
  const twoArrivals = facts(told, refunded).chain(all => fc.tuple(fc.constant(all), toldAgain(all)))
  fc.assert(
    fc.property(twoArrivals, ([all, again]) => {
      const highest = (id: string) =>
        Math.max(
          0,
          ...all.flatMap(fact => (fact.kind === 'refunded' && fact.payment === id ? fact.value.amount : []))
        )
      const expected = ['pi_1', 'pi_2', 'pi_3'].reduce((sum, id) => sum + highest(id), 0)
      assert.equal(arriveOneByOne(again).end.marks.refunded, expected)
    }),
    { numRuns: 2_000 }
  )
})
