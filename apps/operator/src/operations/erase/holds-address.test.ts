import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createHoldsAddress } from './holds-address.ts'

const holds = createHoldsAddress('Ann+x@Example.com')

test('an address is found however deep it stands, in whatever case, alone or within a text', () => {
  for (const value of [
    'ann+x@example.com',
    'ANN+X@EXAMPLE.COM',
    'For\nann+x@example.com.',
    { a: [{ b: '<ann+x@example.com>' }] },
    { 'ann+x@example.com': 1 }
  ])
    assert.ok(holds(value), JSON.stringify(value))
})

test('an address of which this one is a part is another', () => {
  for (const value of [
    'joann+x@example.com',
    'ann+x@example.com.au',
    'ann+x@example.commerce',
    'annnx@example.com',
    null,
    7
  ])
    assert.ok(!holds(value), JSON.stringify(value))
})

test('signs that mean something in a pattern are signs of an address', () => {
  assert.ok(!createHoldsAddress('a.b@c.example')('axb@c.example'))
})
