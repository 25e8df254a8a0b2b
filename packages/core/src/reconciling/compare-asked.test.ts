import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Told } from '../facts/fact.ts'
import { compareAsked } from './compare-asked.ts'

const paid = (amount: number): Told => ({ kind: 'paid', value: { amount, currency: 'eur' } })
const refund = (amount: number, status: string, id = 're_1'): Told => ({
  kind: 'refund',
  value: { refund: id, amount, status }
})
const soFar = (amount: number): Told => ({ kind: 'refunded', value: { amount } })
const dispute = (status: string): Told => ({
  kind: 'dispute',
  value: { dispute: 'du_1', amount: 3_000, currency: 'eur', status, reason: 'fraudulent' }
})

for (const [says, asked, status, facts, expected] of [
  ['a paid payment that is fulfilled', paid(3_000), 'fulfilled', [paid(3_000)], undefined],
  ['a paid payment that waits for review', paid(3_000), 'review', [paid(3_000)], undefined],
  [
    'a paid payment that nobody told of',
    paid(3_000),
    null,
    [],
    ['paid_not_fulfilled', '3000 eur', 'nothing']
  ],
  [
    'a paid payment of a failed order',
    paid(3_000),
    'payment_failed',
    [],
    ['paid_not_fulfilled', '3000 eur', 'payment_failed']
  ],
  [
    'a second payment of a fulfilled order',
    paid(3_000),
    'fulfilled',
    [],
    ['paid_not_fulfilled', '3000 eur', 'fulfilled']
  ],
  [
    'a paid payment that nobody settled',
    paid(3_000),
    'pending',
    [paid(3_000)],
    ['paid_not_fulfilled', '3000 eur', 'pending']
  ],
  ['another amount', paid(3_000), 'fulfilled', [paid(2_000)], ['different', '3000 eur', '2000 eur']],
  ['one of two amounts that were told', paid(2_000), 'fulfilled', [paid(2_000), paid(3_000)], undefined],
  ['a refund that is known', refund(500, 'succeeded'), 'fulfilled', [refund(500, 'pending')], undefined],
  ['a refund that its charge told of', refund(500, 'succeeded'), 'fulfilled', [soFar(500)], undefined],
  [
    'a refund that nobody told of',
    refund(500, 'succeeded'),
    'fulfilled',
    [paid(3_000)],
    ['different', 'refund of 500 succeeded', '0 refunded']
  ],
  [
    'a second refund',
    refund(500, 'succeeded', 're_2'),
    'fulfilled',
    [refund(400, 'succeeded')],
    ['different', 'refund of 500 succeeded', '400 refunded']
  ],
  [
    'a refund that has failed',
    refund(500, 'failed'),
    'fulfilled',
    [refund(500, 'succeeded')],
    ['different', 'refund of 500 failed', '500 refunded']
  ],
  [
    'a dispute that is known',
    dispute('lost'),
    'fulfilled',
    [dispute('needs_response'), dispute('lost')],
    undefined
  ],
  [
    'a dispute that nobody told of',
    dispute('needs_response'),
    'fulfilled',
    [],
    ['different', 'dispute of 3000 eur needs_response', 'nothing']
  ],
  [
    'a dispute that went on',
    dispute('lost'),
    'fulfilled',
    [dispute('needs_response')],
    ['different', 'dispute of 3000 eur lost', 'dispute of 3000 eur needs_response']
  ]
] as const) {
  test(`${says} is ${expected === undefined ? 'no difference' : `a difference: ${expected.join(' / ')}`}`, () => {
    const found = compareAsked([asked], { status, facts })
    assert.deepEqual(found && [found.kind, found.atStripe, found.known], expected)
  })
}

test('adding what Stripe says leaves no difference', () => {
  for (const asked of [refund(500, 'failed'), dispute('lost'), paid(3_000)]) {
    const facts = [paid(2_000), refund(500, 'succeeded'), dispute('needs_response')]
    assert.ok(compareAsked([asked], { status: 'fulfilled', facts }))
    assert.equal(compareAsked([asked], { status: 'fulfilled', facts: [...facts, asked] }), undefined)
  }
})

test('what is neither paid, refund nor dispute is not compared', () => {
  assert.equal(compareAsked([{ kind: 'expired', value: {} }], { status: null, facts: [] }), undefined)
})
