import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTwin } from '@paidonce/stripe-twin/api/start-twin'
import { eventually } from '../support/eventually.ts'
import { outcomeOf } from '../support/outcome.ts'
import { SECRET, startShop } from '../support/shop.ts'
import { CHARGES, chargeEvent } from './own-module.ts'

test('an event that only the shop’s own module reads, and that never arrived, is fetched back', async t => {
  const twin = await startTwin({
    target: { url: 'http://127.0.0.1:1/webhook', secret: SECRET },
    onError: error => assert.fail(error)
  })
  t.after(() => twin.stop())
  const event = { ...chargeEvent('1001'), created: Math.floor(Date.now() / 1000) - 60 }
  const told = await fetch(`${twin.url}/_twin/plays`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ plays: [{ events: [event] }] })
  })
  assert.equal(told.status, 200)

  const shop = await startShop(t, {
    env: { OWN_FACTS: CHARGES },
    workerEnv: {
      STRIPE_SECRET_KEY: 'sk_test_twin',
      STRIPE_API_URL: twin.url,
      SWEEP_AFTER: '0s',
      SWEEP_BACK: '1h'
    }
  })
  await eventually(async () => assert.equal((await outcomeOf(shop.ledger, '1001')).status, 'fulfilled'))
  const { rows } = await shop.ledger.pool.query('select how from events where id = $1', [event.id])
  assert.deepEqual(rows, [{ how: 'sweep' }])
})
