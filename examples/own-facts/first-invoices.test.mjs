import assert from 'node:assert/strict'
import { test } from 'node:test'
import { facts } from './first-invoices.mjs'

const INVOICE = {
  id: 'in_1',
  billing_reason: 'subscription_create',
  amount_paid: 900,
  currency: 'eur',
  parent: { subscription_details: { metadata: { order_id: '1001' } } }
}
const { 'invoice.paid': read } = facts
const told = invoice => read({ data: { object: { ...INVOICE, ...invoice } } })

test('the first invoice of a subscription pays the order in the metadata of the subscription', () => {
  assert.deepEqual(told(), {
    payment: 'in_1',
    order: '1001',
    facts: [{ kind: 'paid', value: { amount: 900, currency: 'eur' } }]
  })
})

test('the invoice of a renewal, or of anything else, tells nothing', () => {
  for (const billing_reason of ['subscription_cycle', 'subscription_update', 'manual'])
    assert.equal(told({ billing_reason, parent: null }), null)
})
