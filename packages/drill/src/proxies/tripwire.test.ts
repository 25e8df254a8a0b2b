import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTripwire } from './tripwire.ts'

test('a trap springs at its sign, once, and decides what becomes of it', async () => {
  const wire = createTripwire<string>()
  const sprung = wire.arm({ wants: sign => sign === 'now', spring: () => 'drop', withinMs: 60_000 })
  assert.deepEqual(['early', 'now', 'now'].map(wire.touch), ['pass', 'drop', 'pass'])
  assert.equal(await sprung, true)
})

test('a trap whose moment does not come says so, and is gone', async () => {
  const wire = createTripwire<string>()
  assert.equal(await wire.arm({ wants: () => true, spring: () => 'drop', withinMs: 1 }), false)
  assert.equal(wire.touch('now'), 'pass')
})
