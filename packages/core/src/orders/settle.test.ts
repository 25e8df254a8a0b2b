import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Fact, type FactKind, type FactValues, NO_PAYMENT } from '../facts/fact.ts'
import { MAX_FACTS } from './beyond-reason.ts'
import { isStillDue } from './is-still-due.ts'
import { settle } from './settle.ts'

const ORDER = '1001'
const EUR30 = { amount: 3000, currency: 'eur' }
const BUYER = { email: 'a@example.com', name: null, locale: null }
const VALUES: FactValues = {
  completed: EUR30,
  paid: EUR30,
  failed: { ...EUR30, ...BUYER },
  expired: {},
  underway: { ...EUR30, charge: 'ch_1', method: 'pm_1' },
  declined: { ...EUR30, ...BUYER, charge: 'ch_1', method: 'pm_1' },
  canceled: {},
  refunded: { amount: 3000 },
  refund: { refund: 're_1', amount: 3000, status: 'succeeded' },
  dispute: { dispute: 'du_1', ...EUR30, status: 'needs_response', reason: 'fraudulent' },
  fraud_warning: { warning: 'issfr_1' },
  radar_review: { review: 'prv_1', isOpen: true },
  registered: EUR30,
  approved: { by: 'anna' }
}

type Told = Readonly<{ payment?: string; order?: string | null; value?: object }>

function fact(kind: FactKind, { payment = 'pi_1', order = ORDER, value = VALUES[kind] }: Told = {}): Fact {
  const isAboutTheOrder = kind === 'registered' || kind === 'approved'
  return { kind, payment: isAboutTheOrder ? NO_PAYMENT : payment, order, value } as Fact
}

const decide = (facts: readonly Fact[], { requireRegistration = false, fulfilledBy = '' } = {}) =>
  settle(
    { order: ORDER, facts, fulfilment: fulfilledBy === '' ? undefined : { payment: fulfilledBy } },
    { requireRegistration }
  )

const second = (kind: FactKind, told: Told = {}) => fact(kind, { payment: 'pi_2', ...told })

for (const [status, facts] of [
  ['pending', []],
  ['pending', [fact('registered')]],
  ['pending', [fact('refunded')]],
  ['awaiting_payment', [fact('completed')]],
  ['fulfilled', [fact('completed'), fact('paid')]],
  ['fulfilled', [fact('paid')]],
  ['fulfilled', [fact('failed'), fact('paid')]],
  ['payment_failed', [fact('completed'), fact('failed')]],
  ['payment_failed', [fact('failed'), second('expired')]],
  ['awaiting_payment', [fact('failed'), second('completed')]],
  ['fulfilled', [fact('failed'), second('paid')]],
  ['expired', [fact('expired')]],
  ['expired', [fact('expired'), second('expired')]],
  ['pending', [fact('expired'), second('refunded', { value: { amount: 1 } })]],
  ['fulfilled', [fact('registered'), fact('paid')]],
  ['review', [fact('registered', { value: { amount: 2999, currency: 'eur' } }), fact('paid')]],
  ['review', [fact('registered', { value: { amount: 3000, currency: 'usd' } }), fact('paid')]],
  ['review', [fact('paid', { order: 'another' })]],
  ['review', [fact('refunded', { value: { amount: 1 } }), fact('paid')]],
  ['review', [fact('registered', { value: { amount: 1, currency: 'eur' } }), fact('paid'), second('failed')]]
] as const satisfies [string, Fact[]][]) {
  const told = facts.map(({ payment, kind }) => `${payment} ${kind}`.trim()).join(', ')
  test(`${told === '' ? 'nothing known' : told}: ${status}`, () => {
    assert.equal(decide(facts).status, status)
  })
}

test('an operator’s approval lets a payment through that the guard objects to', () => {
  const wrong = fact('registered', { value: { amount: 1, currency: 'eur' } })
  assert.equal(decide([wrong, fact('paid')]).status, 'review')
  const approved = decide([wrong, fact('paid'), fact('approved')])
  assert.equal(approved.status, 'fulfilled')
  assert.deepEqual(approved.fulfilment, { payment: 'pi_1' })
})

test('an approval alone fulfils nothing', () => {
  assert.equal(decide([fact('approved'), fact('completed')]).status, 'awaiting_payment')
})

test('of two paid payments the one that the guard lets through fulfils', () => {
  const registered = fact('registered', { value: { amount: 500, currency: 'eur' } })
  const right = second('paid', { value: { amount: 500, currency: 'eur' } })
  assert.deepEqual(decide([registered, fact('paid'), right]).fulfilment, { payment: 'pi_2' })
})

test('an unregistered order goes to review where registration is required', () => {
  assert.deepEqual(decide([fact('paid')], { requireRegistration: true }).marks.mismatch, ['unregistered'])
  assert.equal(decide([fact('paid'), fact('registered')], { requireRegistration: true }).status, 'fulfilled')
})

test('a fulfilment stays, whatever disagrees later, and the disagreement is marked', () => {
  const wrong = fact('registered', { value: { amount: 1, currency: 'usd' } })
  const settled = decide([wrong, fact('paid'), second('paid'), fact('refunded')], { fulfilledBy: 'pi_1' })
  assert.equal(settled.status, 'fulfilled')
  assert.deepEqual(settled.fulfilment, { payment: 'pi_1' })
  assert.deepEqual(settled.marks, {
    paidTwice: ['pi_2'],
    refunded: 3000,
    refundFailed: [],
    dispute: null,
    fraud: [],
    mismatch: ['amount_differs', 'currency_differs']
  })
})

test('a refund after the fulfilment is no mismatch', () => {
  assert.deepEqual(decide([fact('paid'), fact('refunded')], { fulfilledBy: 'pi_1' }).marks.mismatch, [])
})

test('a fulfilled order owes its announcement with what was paid', () => {
  assert.deepEqual(decide([fact('paid')]).owed.announcements, [
    { kind: 'order.fulfilled', about: '', data: { payment: 'pi_1', ...EUR30 } }
  ])
})

test('an announcement of a failure holds no customer’s data', () => {
  assert.deepEqual(decide([fact('failed')]).owed.announcements, [
    { kind: 'order.payment_failed', about: 'pi_1', data: { payment: 'pi_1', ...EUR30 } }
  ])
})

test('a review says what the guard objects to', () => {
  const [announcement] = decide([fact('paid')], { requireRegistration: true }).owed.announcements
  assert.equal(announcement?.kind, 'order.review')
  assert.deepEqual(announcement?.data.reasons, ['unregistered'])
})

test('every failed payment owes a letter, which is due only while nothing is paid or awaited', () => {
  const letter = { kind: 'payment_failed', payment: 'pi_1', waits: false } as const
  for (const [facts, due] of [
    [[fact('failed')], true],
    [[fact('failed'), second('failed')], true],
    [[fact('failed'), second('completed')], false],
    [[fact('failed'), second('paid')], false]
  ] as const) {
    const settled = decide(facts)
    assert.deepEqual(settled.owed.letters[0], letter)
    assert.equal(isStillDue(settled, letter), due)
  }
  assert.equal(isStillDue(decide([fact('failed'), fact('paid')]), letter), false)
})

test('an order of more facts than sane goes to review unread', () => {
  const facts = Array.from({ length: MAX_FACTS + 1 }, (_, n) => fact('paid', { payment: `pi_${n}` }))
  const settled = decide(facts)
  assert.equal(settled.status, 'review')
  assert.deepEqual(settled.marks.mismatch, ['too_many_facts'])
  assert.equal(settled.owed.announcements[0]?.kind, 'order.review')
  assert.equal(decide(facts, { fulfilledBy: 'pi_1' }).status, 'fulfilled')
})
