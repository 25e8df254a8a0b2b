import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact, FactKind } from '../facts/fact.ts'
import { isStillDue } from './is-still-due.ts'
import { settle } from './settle.ts'

const EUR30 = { amount: 3000, currency: 'eur' }
const told = (kind: FactKind, value: object) => ({ kind, payment: 'pi_1', order: '1001', value }) as Fact
const PAID = told('paid', EUR30)
const refund = (amount: number, status = 'succeeded', id = 're_1') =>
  told('refund', { refund: id, amount, status })
const dispute = (status: string) =>
  told('dispute', { dispute: 'du_1', ...EUR30, status, reason: 'fraudulent' })
const warning = told('fraud_warning', { warning: 'issfr_1' })
const review = (isOpen: boolean) => told('radar_review', { review: 'prv_1', isOpen })
const declined = told('declined', { ...EUR30, charge: 'ch_1', method: 'pm_1' })
const underway = told('underway', { ...EUR30, charge: 'ch_1', method: 'pm_1' })

/** Fulfilled by its payment before anything else was told. */
const decide = (...facts: Fact[]) =>
  settle(
    { order: '1001', facts: [PAID, ...facts], fulfilment: { payment: 'pi_1' } },
    { requireRegistration: false }
  )
const unpaid = (...facts: Fact[]) =>
  settle({ order: '1001', facts, fulfilment: undefined }, { requireRegistration: false })

const announced = (...facts: Fact[]) =>
  decide(...facts)
    .owed.announcements.filter(({ kind }) => kind !== 'order.fulfilled')
    .map(({ kind, about }) => `${kind} ${about}`)

for (const [says, facts, marks] of [
  ['a refund in part', [refund(1000)], { refunded: 1000 }],
  ['a refund that failed', [refund(3000, 'failed')], { refunded: 0, refundFailed: ['re_1'] }],
  ['a dispute', [dispute('needs_response')], { dispute: 'needs_response' }],
  ['a dispute that was won', [dispute('needs_response'), dispute('won')], { dispute: 'won' }],
  ['a warning', [warning], { fraud: ['early_fraud_warning'] }],
  [
    'a warning and an open review',
    [review(true), warning],
    { fraud: ['early_fraud_warning', 'radar_review'] }
  ],
  ['a review that is closed', [review(false), review(true)], { fraud: [] }]
] as const) {
  test(`${says} leaves the order fulfilled, and marks it`, () => {
    const settled = decide(...facts)
    assert.equal(settled.status, 'fulfilled')
    assert.deepEqual({ ...settled.marks, ...marks }, settled.marks)
  })
}

for (const [says, facts, expected] of [
  ['in part', [refund(1000)], ['order.partially_refunded pi_1:1000']],
  ['in parts', [refund(1000), refund(500, 'pending', 're_2')], ['order.partially_refunded pi_1:1500']],
  ['in full', [refund(1000), refund(2000, 'pending', 're_2')], ['order.refunded pi_1']],
  ['a failed one', [refund(3000, 'failed')], ['order.refund_failed re_1']],
  ['a dispute', [dispute('needs_response')], ['order.disputed du_1']],
  ['a lost dispute', [dispute('lost')], ['order.disputed du_1', 'order.dispute_closed du_1']],
  ['a warning', [warning], ['order.fraud_warning issfr_1']],
  ['a review', [review(false)], ['order.radar_review prv_1']]
] as const) {
  test(`announced, ${says}: ${expected.join(', ')}`, () => {
    assert.deepEqual(announced(...facts), expected)
  })
}

test('what the announcements of a refund and of a dispute say', () => {
  const says = (kind: string, ...facts: Fact[]) =>
    decide(...facts).owed.announcements.find(announcement => announcement.kind === kind)?.data
  const paid = { payment: 'pi_1', ...EUR30 }
  assert.deepEqual(says('order.partially_refunded', refund(1000)), { ...paid, refunded: 1000 })
  assert.deepEqual(says('order.refund_failed', refund(1000, 'failed')), {
    ...paid,
    amount: 1000,
    refund: 're_1',
    refunded: 0
  })
  assert.deepEqual(says('order.dispute_closed', dispute('lost')), {
    ...paid,
    dispute: 'du_1',
    reason: 'fraudulent',
    outcome: 'lost'
  })
})

test('a refund that came before its payment is announced when the payment is known, and holds the order back', () => {
  assert.deepEqual(unpaid(refund(1000)).owed.announcements, [])
  const settled = unpaid(refund(1000), PAID)
  assert.equal(settled.status, 'review')
  assert.deepEqual(
    settled.owed.announcements.map(({ kind }) => kind),
    ['order.review', 'order.partially_refunded']
  )
})

test('a refund that failed before the order was fulfilled does not hold it back', () => {
  assert.equal(unpaid(refund(3000, 'failed'), PAID).status, 'fulfilled')
})

test('a payment that was refunded in full owes its buyer a letter, which is untrue once the refund fails', () => {
  const letter = { kind: 'refunded', payment: 'pi_1' } as const
  assert.deepEqual(decide(refund(3000)).owed.letters, [{ ...letter, waits: false }])
  assert.equal(isStillDue(decide(refund(3000)), letter), true)
  assert.deepEqual(decide(refund(2999)).owed.letters, [])
  assert.equal(isStillDue(decide(refund(3000), refund(3000, 'failed')), letter), false)
})

test('a refund for which Stripe asks the buyer first owes its letter when it succeeded', () => {
  assert.deepEqual(decide(refund(3000, 'requires_action')).owed.letters, [])
  assert.equal(decide(refund(3000, 'requires_action'), refund(3000)).owed.letters.length, 1)
})

test('a declined payment owes a letter that waits, and is due while nothing is paid or underway', () => {
  const letter = { kind: 'payment_declined', payment: 'pi_1' } as const
  assert.equal(unpaid(declined).status, 'pending')
  assert.deepEqual(unpaid(declined).owed.letters, [{ ...letter, waits: true }])
  assert.equal(isStillDue(unpaid(declined), letter), true)
  assert.equal(isStillDue(unpaid(declined, PAID), letter), false)
  assert.equal(isStillDue(unpaid(declined, { ...underway, payment: 'pi_2' }), letter), false)
})

test('a debit that came back owes the letter of a failure, which waits for a next try', () => {
  const settled = unpaid(underway, declined)
  assert.equal(settled.status, 'payment_failed')
  assert.deepEqual(settled.owed.letters, [{ kind: 'payment_failed', payment: 'pi_1', waits: true }])
})
