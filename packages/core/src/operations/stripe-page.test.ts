import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stripePage } from './stripe-page.ts'

const own = { account: '', mode: 'live' } as const

test('payments and events have their page at Stripe, in their mode and account', () => {
  assert.equal(stripePage('pi_1', own), 'https://dashboard.stripe.com/payments/pi_1')
  assert.equal(
    stripePage('evt_1', { ...own, mode: 'test' }),
    'https://dashboard.stripe.com/test/events/evt_1'
  )
  assert.equal(
    stripePage('ch_1', { account: 'acct_1', mode: 'test' }),
    'https://dashboard.stripe.com/acct_1/test/payments/ch_1'
  )
})

test('what has no page, or is no id of Stripe’s, leads nowhere', () => {
  for (const id of ['du_1', 'cs_test_1', '1001', 'evt_', 'evt_1/../..', 'pi_1?x', 'pi_1#', 'xpi_1', 'pi_1\n'])
    assert.equal(stripePage(id, own), null, id)
  assert.equal(stripePage('pi_1', { ...own, account: 'acct_1/..' }), null)
})
