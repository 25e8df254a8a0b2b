import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeLoad, tellingEvents } from './make-load.ts'

const NOW = 1_800_000_000
const load = makeLoad({ orders: 300, minutes: 2, seed: 's', lose: 0.05 }, NOW)
const events = load.plays.flatMap(({ steps }) => steps.map(({ event }) => event))

test('each event is created in the second in which it is first delivered', () => {
  const createdOf = new Map(events.map(({ id, created }) => [id, created]))
  const first = new Map<string, number>()
  for (const { event, atMs = 0 } of load.deliveries)
    first.set(event.id, Math.min(atMs, first.get(event.id) ?? Number.POSITIVE_INFINITY))
  for (const [id, atMs] of first) assert.equal(createdOf.get(id), NOW + Math.floor(atMs / 1000))
})

test('what is delivered shows the same as the list', () => {
  const byId = new Map(events.map(event => [event.id, event]))
  for (const { event } of load.deliveries) assert.equal(event, byId.get(event.id))
})

test('what gets lost is never delivered, and everything else is', () => {
  const delivered = new Set(load.deliveries.map(({ event }) => event.id))
  assert.ok(load.withheld.size > 0)
  for (const { id } of events) assert.equal(delivered.has(id), !load.withheld.has(id))
})

test('events that say nothing are not asked for later', () => {
  const telling = new Set(tellingEvents(load))
  assert.ok(events.some(({ type, id }) => type === 'charge.succeeded' && !telling.has(id)))
  assert.ok(events.every(({ type, id }) => type !== 'checkout.session.completed' || telling.has(id)))
})
