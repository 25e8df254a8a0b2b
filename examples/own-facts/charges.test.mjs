import assert from 'node:assert/strict'
import { test } from 'node:test'
import { facts } from './charges.mjs'

const CHARGE = { id: 'ch_1', captured: true, amount: 3_000, currency: 'eur', metadata: { order_id: '1001' } }
const { 'charge.succeeded': read } = facts
const told = charge => read({ data: { object: { ...CHARGE, ...charge } } })

test('a charge that was captured pays its order', () => {
  assert.deepEqual(told(), {
    payment: 'ch_1',
    order: '1001',
    facts: [{ kind: 'paid', value: { amount: 3_000, currency: 'eur' } }]
  })
})

test('a charge of a payment intent is the payment of that intent', () => {
  assert.equal(told({ payment_intent: 'pi_1' }).payment, 'pi_1')
})

test('an amount that was only set aside pays nothing', () => {
  assert.deepEqual(told({ captured: false }).facts, [])
})
