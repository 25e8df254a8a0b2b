import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type Stripe from 'stripe'
import { playSequence } from '../../sequences/play.ts'
import type { SequenceName } from '../../sequences/table.ts'
import { registerDelivered, registerPlays } from '../control/register-plays.ts'
import { ORDER, startTwin } from '../twin-for-tests.ts'
import type { Fault } from './fault.ts'

const now = Math.floor(Date.now() / 1000)
const playOf = (name: SequenceName, order: string = name) =>
  playSequence(name, { orderId: order, seed: 's', now })
const idsOf = ({ steps }: ReturnType<typeof playOf>) => steps.map(({ event }) => event.id)

async function start(t: TestContext) {
  const twin = await startTwin(t)
  const set = (...faults: Fault[]) =>
    fetch(`${twin.origin}/_twin/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ faults })
    })
  const list = async (params: Stripe.EventListParams = {}) =>
    (await twin.stripe.events.list({ limit: 100, ...params })).data
  const listed = async () => new Set((await list()).map(({ id }) => id))
  return { ...twin, set, list, listed }
}

test('what is lost is listed, was never delivered, and whoever delivers is told to keep it back', async t => {
  const { set, list, origin, stripe, press, received } = await start(t)
  await set({ kind: 'lose', types: ['charge.refunded', 'checkout.session.completed'] })
  const play = playOf('refund_full')
  const withheld = await registerPlays(origin, [play])
  const lost = play.steps.filter(({ event }) => /refunded|completed/.test(event.type))
  assert.deepEqual(withheld, new Set(lost.map(({ event }) => event.id)))

  await registerDelivered(origin, idsOf(play))
  assert.deepEqual(new Set((await list({ delivery_success: false })).map(({ id }) => id)), withheld)
  assert.equal((await list()).length, play.steps.length)

  await press(await stripe.checkout.sessions.create(ORDER), 'card')
  assert.equal(received.length, 0)
  assert.equal((await list({ type: 'checkout.session.completed' })).length, 2)
})

test('of what was never generated only the objects tell', async t => {
  const { set, listed, origin, stripe } = await start(t)
  const [gone, there] = [playOf('card'), playOf('card', 'another')]
  await set({ kind: 'never_generate', ids: idsOf(gone) })
  assert.deepEqual(await registerPlays(origin, [gone, there]), new Set(idsOf(gone)))
  assert.deepEqual(await listed(), new Set(idsOf(there)))
  await assert.rejects(stripe.events.retrieve(idsOf(gone)[0] ?? ''), { statusCode: 404 })
  const [payment = ''] = gone.payments
  assert.equal((await stripe.paymentIntents.retrieve(payment)).status, 'succeeded')
  assert.equal((await stripe.checkout.sessions.list({ payment_intent: payment })).data.length, 1)
})

test('what is listed late is there only so long after its time', async t => {
  const { set, listed, origin } = await start(t)
  const [late, other] = [playOf('card'), playOf('card', 'another')]
  await registerPlays(origin, [late, other])
  await set({ kind: 'late_listing', delayMs: 86_400_000, ids: idsOf(late) })
  assert.deepEqual(await listed(), new Set(idsOf(other)))
  await set({ kind: 'late_listing', delayMs: 0 })
  assert.deepEqual(await listed(), new Set([...idsOf(late), ...idsOf(other)]))
})

test('a share of events is chosen by the seed', async t => {
  const { set, listed, shelves } = await start(t)
  shelves.generate({ sequence: 'card', orders: 100, seed: 's', from: now - 100, to: now })
  const all = await listed()
  await set({ kind: 'never_generate', share: 0.3, seed: 'a' })
  const left = await listed()
  assert.ok(left.size > 50 && left.size < 90, String(left.size))
  for (const id of left) assert.ok(all.has(id))
  assert.deepEqual(await listed(), left)
})

test('new events come between two pages, at the head', async t => {
  const { set, origin, stripe } = await start(t)
  const { data: none } = await stripe.events.list()
  assert.deepEqual(none, [])
  const plays = ['1', '2', '3', '4'].map(order =>
    playSequence('card', { orderId: order, seed: 's', now: now - 60 })
  )
  await registerPlays(origin, plays)
  const ids = new Set(plays.flatMap(idsOf))
  await set({ kind: 'shift_pages', count: 2, times: 2 })
  const read = await stripe.events.list({ limit: 2 }).autoPagingToArray({ limit: 100 })
  assert.deepEqual(new Set(read.map(({ id }) => id)), ids)
  const { data } = await stripe.events.list({ limit: 100 })
  assert.equal(data.length, 8)
  assert.ok(data.slice(0, 4).every(({ id }) => !ids.has(id)))
})

test('events of another version lack new fields, and hold charges where only ids stand today', async t => {
  const { set, origin, list } = await start(t)
  await registerPlays(
    origin,
    (['intent', 'intent_declined', 'refund_full', 'dispute_open'] as const).map(name => playOf(name))
  )
  const before = await list()
  await set({ kind: 'other_version' })
  const after = await list()
  assert.deepEqual(
    after.map(({ id, type }) => [id, type]),
    before.map(({ id, type }) => [id, type])
  )
  for (const { api_version } of after) assert.equal(api_version, '2022-08-01')

  type Old = Record<string, unknown> & { charges: { data: Stripe.Charge[] } }
  const show = (events: readonly Stripe.Event[], type: string) =>
    Object(events.find(event => event.type === type)?.data.object) as Old
  const paid = show(after, 'payment_intent.succeeded')
  const [charge] = paid.charges.data
  assert.equal(charge?.id, show(before, 'payment_intent.succeeded').latest_charge)
  assert.equal(charge?.payment_method, paid.payment_method)
  assert.equal('latest_charge' in paid, false)
  const failed = show(after, 'payment_intent.payment_failed').charges.data[0]
  assert.deepEqual([failed?.status, failed?.paid], ['failed', false])
  assert.equal('collected_information' in show(after, 'checkout.session.completed'), false)
  assert.equal('destination_details' in show(after, 'refund.created'), false)

  await set({ kind: 'other_version', types: ['refund.created'], version: '2023-10-16' })
  assert.deepEqual(new Set((await list()).map(({ api_version }) => api_version)).size, 2)
})

test('a clock that goes wrong dates the answers, those to refusals too', async t => {
  const { set, origin } = await start(t)
  await set({ kind: 'clock', shiftMs: -3_600_000 }, { kind: 'server_error' })
  for (const status of [500, 401]) {
    const answer = await fetch(`${origin}/v1/events`)
    assert.equal(answer.status, status)
    const behind = Date.now() - Date.parse(answer.headers.get('date') ?? '')
    assert.ok(behind >= 3_600_000 && behind < 5_400_000, String(behind))
  }
})

test('faults that stand are not used up by requests', async t => {
  const { set, list, origin } = await start(t)
  await set({ kind: 'lose' }, { kind: 'rate_limit', path: '/v1/refunds' })
  await list()
  const { faults } = (await (await fetch(`${origin}/_twin/faults`)).json()) as { faults: Fault[] }
  assert.deepEqual(
    faults.map(({ kind }) => kind),
    ['lose', 'rate_limit']
  )
  assert.equal((await set({ kind: 'lose', share: 2 })).status, 400)
})
