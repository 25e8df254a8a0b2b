import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mix } from '../../mix/mix.ts'
import { playSequence } from '../../sequences/play.ts'
import { startTwin } from '../twin-for-tests.ts'
import { registerPlays } from './register-plays.ts'

const NOW = 1_800_000_000

test('a session of a sequence is found again as it is in the end, with one line for all of it', async t => {
  const { stripe, origin } = await startTwin(t)
  const play = playSequence('async_payment_succeeded', { orderId: '1001', seed: 's', now: NOW })
  await registerPlays(origin, [play])
  const last = play.steps.at(-1)?.event.data.object
  const { lastResponse: _, ...found } = await stripe.checkout.sessions.retrieve(last?.id ?? '')
  assert.deepEqual(found, last)

  const { data } = await stripe.checkout.sessions.listLineItems(found.id)
  assert.deepEqual(
    data.map(({ description, amount_total, quantity }) => [description, amount_total, quantity]),
    [['Order 1001', play.order.amount, 1]]
  )
})

test('the sessions of a whole mix are registered, however many', async t => {
  const { stripe, origin } = await startTwin(t)
  const { plays } = mix({ orders: 400, seed: 's', now: NOW })
  await registerPlays(origin, plays)
  const ids = plays.flatMap(({ steps }) => steps.map(({ event }) => event.data.object.id))
  const sessions = ids.filter(id => id.startsWith('cs_'))
  for (const id of [sessions[0], sessions.at(-1)])
    assert.equal((await stripe.checkout.sessions.retrieve(id ?? '')).id, id)
})

test('lines may be given, and what is no session is refused', async t => {
  const { stripe, origin } = await startTwin(t)
  const [{ event } = assert.fail('no step')] = playSequence('card', {
    orderId: '1',
    seed: 's',
    now: NOW
  }).steps
  const session = event.data.object
  const post = (sessions: unknown) =>
    fetch(`${origin}/_twin/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sessions })
    })
  const lines = [
    { name: 'Tea', quantity: 2, amount: 400 },
    { name: 'Coffee', quantity: 1, amount: 300 }
  ]
  assert.equal((await post([{ session, lines }])).status, 200)
  const { data } = await stripe.checkout.sessions.listLineItems(session.id)
  assert.deepEqual(
    data.map(({ description }) => description),
    ['Tea', 'Coffee']
  )
  for (const wrong of [
    [{ session: { id: 'cs_test_a' } }],
    [{ session: { ...session, id: '../x' } }],
    [{ session, lines: [{ name: 'Tea', quantity: 0, amount: 1 }] }],
    'no list'
  ])
    assert.equal((await post(wrong)).status, 400)
})
