import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact, FactKind } from '../facts/fact.ts'
import { mergePayment } from './payment.ts'

const told = (kind: FactKind, value: object = {}) => ({ kind, payment: 'pi_1', order: '1001', value }) as Fact

const underway = (charge: string | null, method = 'pm_1') => told('underway', { charge, method })
const declined = (charge: string | null, method = 'pm_1') => told('declined', { charge, method })

for (const [status, says, facts] of [
  ['none', 'nothing known', []],
  ['declined', 'a card refused, and the buyer still there', [declined('ch_1')]],
  ['awaiting', 'a bank debit on its way', [underway('ch_1')]],
  ['awaiting', 'a card refused, then a bank debit', [declined('ch_1'), underway('ch_2', 'pm_2')]],
  ['failed', 'a bank debit that came back', [underway('ch_1'), declined('ch_1')]],
  [
    'awaiting',
    'one debit came back, another is on its way',
    [underway('ch_1'), declined('ch_1'), underway('ch_2')]
  ],
  ['failed', 'a voucher that nobody paid, told without a charge', [underway(null), declined(null)]],
  ['failed', 'a voucher whose charge was made only when it ended', [underway(null), declined('ch_1')]],
  [
    'awaiting',
    'a refusal that names no attempt',
    [underway('ch_1'), told('declined', { charge: null, method: null })]
  ],
  ['paid', 'paid after a refusal', [declined('ch_1'), told('paid')]],
  [
    'paid',
    'paid, whatever else was told',
    [underway('ch_1'), declined('ch_1'), told('failed'), told('canceled'), told('paid')]
  ],
  ['expired', 'called off', [told('canceled')]],
  ['expired', 'reserved, and released again', [underway('ch_1'), told('canceled')]],
  ['expired', 'a refusal, then called off', [declined('ch_1'), told('canceled')]],
  ['expired', 'a session that ended after a refusal', [declined('ch_1'), told('expired')]],
  ['failed', 'a session says that it failed', [told('completed'), told('failed'), underway('ch_2')]],
  ['awaiting', 'a session went through after a refusal', [declined('ch_1'), told('completed')]]
] as const satisfies [string, string, Fact[]][]) {
  test(`${says}: ${status}`, () => {
    assert.equal(mergePayment('pi_1', facts).status, status)
  })
}

test('a failure that a session told of is given up, one that an intent told of may be tried again', () => {
  assert.equal(mergePayment('pi_1', [told('completed'), told('failed')]).isGivenUp, true)
  assert.equal(mergePayment('pi_1', [underway('ch_1'), declined('ch_1')]).isGivenUp, false)
})

test('the buyer of a refund is the one whom the session knew, with a language', () => {
  const session = told('completed', { email: 'z@example.com', name: 'Ann', locale: 'vi' })
  const charge = told('refunded', { amount: 1, email: 'a@example.com', name: 'ANN', locale: null })
  assert.deepEqual(mergePayment('pi_1', [charge, session]).buyer, {
    email: 'z@example.com',
    name: 'Ann',
    locale: 'vi'
  })
})

test('facts of an older release, which hold no buyer, name nobody', () => {
  assert.deepEqual(mergePayment('pi_1', [told('completed', { amount: 5, currency: 'eur' })]).buyer, {
    email: null,
    name: null,
    locale: null
  })
})
