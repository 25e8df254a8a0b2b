import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FAMILIES, SEQUENCE_NAMES, type SequenceName } from '../sequences/table.ts'
import { mix } from './mix.ts'

const NOW = 1_800_000_000

test('a mix of 2,000 orders plays every sequence', () => {
  const { plays } = mix({ orders: 2_000, seed: 's', now: NOW })
  assert.deepEqual(new Set(plays.map(({ sequence }) => sequence)), new Set(SEQUENCE_NAMES))
})

test('most orders of a mix go through Checkout', () => {
  const { plays } = mix({ orders: 2_000, seed: 's', now: NOW })
  const atCheckout = plays.filter(({ sequence }) => sequence in FAMILIES.Checkout)
  assert.ok(atCheckout.length > 1_000, `${atCheckout.length} of 2,000`)
})

test('a mix of some sequences plays these and no other', () => {
  const sequences: SequenceName[] = ['card', 'expired']
  const { plays } = mix({ orders: 100, seed: 's', now: NOW, sequences })
  assert.deepEqual(new Set(plays.map(({ sequence }) => sequence)), new Set(sequences))
})

test('a larger mix of the same seed begins with the smaller one', () => {
  const small = mix({ orders: 50, seed: 's', now: NOW })
  const large = mix({ orders: 200, seed: 's', now: NOW })
  assert.deepEqual(large.plays.slice(0, 50), small.plays)
})

test('mixes of different seeds share no order, no event and no payment', () => {
  const idsOf = (seed: string) =>
    mix({ orders: 200, seed, now: NOW }).plays.flatMap(({ order, payments, steps }) => [
      order.id,
      ...payments,
      ...steps.map(({ event }) => event.id)
    ])
  const first = new Set(idsOf('a'))
  assert.deepEqual(
    idsOf('b').filter(id => first.has(id)),
    []
  )
})

test('in a mix of 5,000 orders no id stands for two things', () => {
  const { plays } = mix({ orders: 5_000, seed: 's', now: NOW })
  const ids = plays.flatMap(({ payments, steps }) => [...payments, ...steps.map(({ event }) => event.id)])
  assert.equal(new Set(ids).size, ids.length)
})
