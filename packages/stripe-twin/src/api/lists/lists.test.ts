import assert from 'node:assert/strict'
import { test } from 'node:test'
import type Stripe from 'stripe'
import { mix } from '../../mix/mix.ts'
import { playSequence } from '../../sequences/play.ts'
import type { SequenceName } from '../../sequences/table.ts'
import { registerDelivered, registerPlays } from '../control/register-plays.ts'
import { ORDER, startTwin } from '../twin-for-tests.ts'

const NOW = 1_800_000_000
const play = (name: SequenceName, now = NOW) => playSequence(name, { orderId: name, seed: 's', now })
const idsOf = (listed: readonly Readonly<{ id: string }>[]) => listed.map(({ id }) => id)
const isInOrder = (listed: readonly Readonly<{ id: string; created: number }>[]) =>
  listed.every((one, index) => {
    const next = listed[index + 1]
    return (
      next === undefined || one.created > next.created || (one.created === next.created && one.id > next.id)
    )
  })

test('everything that a mix tells is in the lists, newest first, and Stripe’s own library reads them all', async t => {
  const { stripe, origin } = await startTwin(t)
  const { plays } = mix({ orders: 150, seed: 's', now: NOW })
  await registerPlays(origin, plays)
  const events = plays.flatMap(({ steps }) => steps.map(({ event }) => event))
  const idsThatAre = (name: string) =>
    new Set(idsOf(events.map(({ data }) => data.object).filter(({ object }) => object === name)))

  const all = { limit: 10_000 }
  const listed = await stripe.events.list({ limit: 100 }).autoPagingToArray(all)
  assert.ok(isInOrder(listed))
  assert.deepEqual(new Set(idsOf(listed)), new Set(idsOf(events)))
  const [first] = listed
  assert.deepEqual((await stripe.events.retrieve(first?.id ?? '')).data, first?.data)

  const sessions = await stripe.checkout.sessions.list().autoPagingToArray(all)
  assert.ok(isInOrder(sessions))
  assert.deepEqual(new Set(idsOf(sessions)), idsThatAre('checkout.session'))
  const refunds = await stripe.refunds.list().autoPagingToArray(all)
  assert.ok(isInOrder(refunds))
  for (const id of idsThatAre('refund')) assert.ok(idsOf(refunds).includes(id))
  const disputes = await stripe.disputes.list().autoPagingToArray(all)
  assert.deepEqual(new Set(idsOf(disputes)), idsThatAre('dispute'))

  const intents = await stripe.paymentIntents.list().autoPagingToArray(all)
  assert.ok(isInOrder(intents))
  assert.deepEqual(
    new Set(idsOf(intents)),
    new Set(plays.flatMap(({ payments }) => payments).filter(id => id.startsWith('pi_')))
  )
  const paid = new Set(intents.filter(({ status }) => status === 'succeeded').map(({ id }) => id))
  for (const { payment_status, payment_intent } of sessions)
    assert.equal(
      paid.has(String(payment_intent)),
      payment_status === 'paid',
      `${payment_status} ${payment_intent}`
    )
})

test('events are chosen by type, by time, and by whether the webhook took them', async t => {
  const { stripe, origin } = await startTwin(t)
  const [card, refund] = [play('card', NOW - 100), play('refund_full')]
  await registerPlays(origin, [card, refund])
  const list = async (params: Stripe.EventListParams) =>
    (await stripe.events.list(params)).data.map(({ type, created }) => [type, created])

  assert.deepEqual(await list({ type: 'refund.created' }), [['refund.created', NOW]])
  assert.deepEqual((await list({ types: ['refund.created', 'charge.refunded'] })).length, 2)
  assert.deepEqual(await list({ created: { lt: NOW } }), [['checkout.session.completed', NOW - 100]])
  assert.deepEqual(await list({ created: NOW - 100 }), [['checkout.session.completed', NOW - 100]])
  const [first] = card.steps
  assert.equal((await stripe.events.retrieve(first?.event.id ?? '')).pending_webhooks, 1)
  await registerDelivered(origin, [first?.event.id ?? '', 'evt_unknown'])
  assert.equal((await stripe.events.retrieve(first?.event.id ?? '')).pending_webhooks, 0)
  assert.deepEqual(await list({ delivery_success: true }), [['checkout.session.completed', NOW - 100]])
  assert.equal((await list({ delivery_success: false })).length, refund.steps.length)
})

test('an event of more than 30 days ago is not listed any more', async t => {
  const { stripe, shelves } = await startTwin(t)
  const ago = (days: number) => Math.floor(Date.now() / 1000) - days * 86_400
  for (const days of [29, 31]) {
    const { steps } = playSequence('card', { orderId: String(days), seed: 's', now: ago(days) })
    shelves.keep(steps.map(({ event }) => event))
  }
  assert.equal((await stripe.events.list({ created: { gte: ago(60) } })).data.length, 1)
  assert.equal((await stripe.checkout.sessions.list()).data.length, 2)
})

test('an object is as it is in the end, and is found by its payment', async t => {
  const { stripe, origin } = await startTwin(t)
  const plays = (['refund_failed', 'refund_old_events', 'dispute_won', 'async_payment_failed'] as const).map(
    name => play(name)
  )
  await registerPlays(origin, plays)
  const [failed, old, won, async] = plays.map(({ payments }) => payments[0] ?? '')

  const [refund] = (await stripe.refunds.list({ payment_intent: failed ?? '' })).data
  assert.deepEqual([refund?.status, refund?.payment_intent], ['failed', failed])
  assert.deepEqual(
    idsOf((await stripe.refunds.list({ charge: String(refund?.charge) })).data),
    idsOf([{ id: refund?.id ?? '' }])
  )
  assert.equal((await stripe.refunds.retrieve(refund?.id ?? '')).status, 'failed')
  assert.equal((await stripe.refunds.list({ payment_intent: old ?? '' })).data.length, 1)
  const [dispute] = (await stripe.disputes.list({ payment_intent: won ?? '' })).data
  assert.equal(dispute?.status, 'won')

  const [session] = (await stripe.checkout.sessions.list({ payment_intent: async ?? '' })).data
  assert.deepEqual([session?.status, session?.payment_status], ['complete', 'unpaid'])
  assert.equal((await stripe.paymentIntents.retrieve(async ?? '')).status, 'requires_payment_method')
  assert.equal((await stripe.checkout.sessions.list({ status: 'expired' })).data.length, 0)
  const intent = await stripe.paymentIntents.retrieve(failed ?? '')
  assert.deepEqual([intent.latest_charge, intent.metadata], [refund?.charge, {}])
})

test('what happens on the twin’s own pages is listed too, and told apart by whether it was taken', async t => {
  const { stripe, press } = await startTwin(t)
  const { id } = await stripe.checkout.sessions.create(ORDER)
  assert.equal((await stripe.checkout.sessions.list({ status: 'open' })).data[0]?.id, id)
  await press(await stripe.checkout.sessions.retrieve(id), 'card')
  const { data } = await stripe.events.list({ delivery_success: true })
  assert.deepEqual(
    data.map(({ type, pending_webhooks }) => [type, pending_webhooks]),
    [['checkout.session.completed', 0]]
  )
  const session = await stripe.checkout.sessions.retrieve(id, { expand: ['line_items'] })
  assert.equal(session.line_items?.data.length, 2)
  const intent = await stripe.paymentIntents.retrieve(String(session.payment_intent))
  assert.deepEqual([intent.status, intent.amount_received], ['succeeded', 4_290])
})

test('whole objects come only where they are asked for, and only those that there are', async t => {
  const { stripe, shelves } = await startTwin(t)
  shelves.keep(play('refund_full').steps.map(({ event }) => event))
  const [plain] = (await stripe.refunds.list()).data
  assert.equal(typeof plain?.payment_intent, 'string')
  const [refund] = (await stripe.refunds.list({ expand: ['data.payment_intent'] })).data
  const [session] = (
    await stripe.checkout.sessions.list({ expand: ['data.payment_intent', 'data.line_items'] })
  ).data
  const { lastResponse: _, ...intent } = await stripe.paymentIntents.retrieve(String(plain?.payment_intent))
  assert.deepEqual(refund?.payment_intent, intent)
  assert.deepEqual(session?.payment_intent, intent)
  assert.equal(session?.line_items?.data.length, 1)
  const one = await stripe.refunds.retrieve(plain?.id ?? '', { expand: ['payment_intent'] })
  assert.deepEqual(one.payment_intent, intent)
  for (const name of ['data.charge', 'payment_intent'])
    await assert.rejects(stripe.refunds.list({ expand: [name] }), { statusCode: 400, param: 'expand' })
})

test('a filter that is not there, or a cursor that leads nowhere, is refused', async t => {
  const { stripe } = await startTwin(t)
  await assert.rejects(stripe.checkout.sessions.list({ customer: 'cus_1' }), {
    statusCode: 400,
    code: 'parameter_unknown'
  })
  await assert.rejects(stripe.events.list({ starting_after: 'evt_gone' }), {
    statusCode: 400,
    code: 'resource_missing'
  })
  await assert.rejects(stripe.refunds.list({ limit: 101 }), { statusCode: 400, param: 'limit' })
  await assert.rejects(stripe.events.retrieve('evt_gone'), { statusCode: 404, code: 'resource_missing' })
})

test('plays that are none are refused', async t => {
  const { origin } = await startTwin(t)
  const [{ event } = assert.fail('no step')] = play('card').steps
  for (const plays of [
    'none',
    [null],
    [{ events: [{ ...event, id: '../x' }] }],
    [{ events: [{ ...event, data: {} }] }]
  ]) {
    const answer = await fetch(`${origin}/_twin/plays`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ plays })
    })
    assert.equal(answer.status, 400)
  }
})
