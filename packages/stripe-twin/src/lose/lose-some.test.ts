import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mix } from '../mix/mix.ts'
import { isChosen } from './choice.ts'
import { loseSome } from './lose-some.ts'

const { deliveries } = mix({ orders: 2_000, seed: 's', now: 1_800_000_000, duplicates: 0.2, shuffle: true })
const all = new Set(deliveries.map(({ event }) => event.id))

test('about the share is lost, each of them with its duplicates, and the others stay in their order', () => {
  const kept = loseSome(deliveries, { share: 0.05, seed: 's' })
  assert.ok(kept.lost.size > all.size * 0.035 && kept.lost.size < all.size * 0.065, String(kept.lost.size))
  assert.deepEqual(
    kept.deliveries,
    deliveries.filter(({ event }) => !kept.lost.has(event.id))
  )
})

test('the same seed loses the same events, another seed others', () => {
  const lost = (seed: string) => loseSome(deliveries, { share: 0.05, seed }).lost
  assert.deepEqual(lost('a'), lost('a'))
  assert.notDeepEqual(lost('a'), lost('b'))
})

test('a share of nothing loses nothing, all of it everything', () => {
  assert.equal(loseSome(deliveries, { share: 0 }).lost.size, 0)
  assert.equal(loseSome(deliveries, { share: 1 }).lost.size, all.size)
})

test('ids and types name what is chosen, and the share is one of those', () => {
  const event = { id: 'evt_1', type: 'refund.created' }
  assert.equal(isChosen(event, {}), true)
  assert.equal(isChosen(event, { ids: ['evt_1'] }), true)
  assert.equal(isChosen(event, { ids: ['evt_2'] }), false)
  assert.equal(isChosen(event, { types: ['refund.created'] }), true)
  assert.equal(isChosen(event, { ids: ['evt_2'], types: ['refund.created'] }), true)
  assert.equal(isChosen(event, { types: ['refund.created'], share: 0 }), false)
})
