import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SEQUENCE_NAMES } from '../../sequences/table.ts'
import { listPage } from '../lists/list-page.ts'
import type { Source } from '../lists/source.ts'
import type { Kind } from '../shelves/kinds.ts'
import { createShelves } from '../shelves/shelves.ts'
import { startTwin } from '../twin-for-tests.ts'

const NOW = Math.floor(Date.now() / 1000)
const KINDS: readonly Kind[] = ['events', 'sessions', 'intents', 'refunds', 'disputes']
const ALL = {
  created: { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
  isWanted: () => true
}

/** Newest first, read page by page towards what is older. */
function readDown<Kept>(source: Source<Kept>): Kept[] {
  const read: Kept[] = []
  for (let more = true; more; ) {
    const page = { limit: 7, startingAfter: idOf(source, read.at(-1)), endingBefore: null }
    const { data, has_more }: Listed<Kept> = listPage(source, page, ALL)
    read.push(...data)
    more = has_more
  }
  return read
}

/** The same, read from the last one up. */
function readUp<Kept>(source: Source<Kept>, last: readonly Kept[]): Kept[] {
  const read = [...last]
  for (let more = read.length > 0; more; ) {
    const page = { limit: 7, startingAfter: null, endingBefore: idOf(source, read[0]) }
    const { data, has_more }: Listed<Kept> = listPage(source, page, ALL)
    read.unshift(...data)
    more = has_more
  }
  return read
}

type Listed<Kept> = ReturnType<typeof listPage<Kept>>

const idOf = <Kept>(source: Source<Kept>, kept: Kept | undefined) =>
  kept === undefined ? null : source.placeOf(kept).id

for (const sequence of SEQUENCE_NAMES) {
  test(`${sequence}: what is generated is listed and found as if it had been kept`, () => {
    const [generated, kept] = [createShelves(), createShelves()]
    const wish = { sequence, orders: 30, seed: 's', from: NOW - 5, to: NOW }
    const generation = generated.generate(wish)
    for (let number = 0; number < wish.orders; number++) {
      const events = generation.playOf(number).steps.map(({ event }) => event)
      kept.keep(events)
      for (const { id } of events) kept.noteDelivered(id)
    }
    for (const kind of KINDS) {
      const [made, put] = [generated[kind] as Source<unknown>, kept[kind] as Source<unknown>]
      const expected = readDown(put)
      assert.deepEqual(readDown(made), expected, kind)
      assert.deepEqual(readUp(made, expected.slice(-1)), expected, kind)
      for (const one of expected) assert.deepEqual(made.find(put.placeOf(one).id), one)
    }
  })
}

test('what was generated and is told again is listed once, and generated anew it takes its own place', () => {
  const shelves = createShelves()
  const generation = shelves.generate({ sequence: 'card', orders: 3, seed: 's', from: NOW, to: NOW })
  shelves.keep(generation.playOf(1).steps.map(({ event }) => event))
  const read = readDown(shelves.events)
  assert.equal(read.length, 3)
  assert.deepEqual(
    read.map(({ isDelivered }) => isDelivered),
    [true, false, true]
  )
  shelves.generate({ sequence: 'card', orders: 5, seed: 's', from: NOW, to: NOW })
  assert.equal(readDown(shelves.events).length, 5)
})

test('a million events can be listed from anywhere, and none takes room', async t => {
  const { stripe, origin } = await startTwin(t)
  const orders = 1_000_000
  const generate = (asked: object) =>
    fetch(`${origin}/_twin/generate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked)
    })
  const asked = { sequence: 'card', orders, seed: 's', from: NOW - orders, to: NOW - 1 }
  assert.equal((await generate(asked)).status, 200)

  const { data, has_more } = await stripe.events.list({ limit: 100, created: { gte: NOW - 500_000 } })
  assert.deepEqual([data.length, has_more, data[0]?.created], [100, true, NOW - 1])
  const old = await stripe.events.list({ limit: 3, created: { lte: NOW - 999_999 } })
  assert.deepEqual(
    old.data.map(({ created }) => NOW - created),
    [999_999, 1_000_000]
  )
  const [oldest] = old.data
  const { payment_intent } = Object(oldest?.data.object) as { payment_intent: string }
  const [session] = (await stripe.checkout.sessions.list({ payment_intent })).data
  assert.deepEqual(session, oldest?.data.object)
  assert.equal((await stripe.events.list({ type: 'charge.refunded' })).data.length, 0)
  for (const wrong of [{}, { ...asked, sequence: 'mix' }, { ...asked, orders: 0 }, { ...asked, more: 1 }])
    assert.equal((await generate(wrong)).status, 400)
})
