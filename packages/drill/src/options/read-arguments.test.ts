import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FAULT_KINDS } from '../faults/table.ts'
import { helpText, readArguments } from './read-arguments.ts'

const read = (...argv: readonly string[]) => readArguments(argv, 'drawn')

test('without arguments it is a minute with all faults', () => {
  assert.deepEqual(read(), {
    orders: 2000,
    minutes: 1,
    seed: 'drawn',
    asked: 'all',
    kinds: FAULT_KINDS,
    hasKey: true,
    lose: 0.05,
    json: false,
    help: false
  })
})

test('faults can be named, or left out', () => {
  assert.deepEqual(read('--faults', 'redis_hung, worker_killed').kinds, ['worker_killed', 'redis_hung'])
  assert.deepEqual(read('--faults', 'none').kinds, [])
})

test('without a key everything is delivered', () => {
  const { hasKey, lose } = read('--without-key')
  assert.deepEqual({ hasKey, lose }, { hasKey: false, lose: 0 })
  assert.equal(read('--lose', '0').lose, 0)
})

for (const [argv, says] of [
  [['--faults', 'earthquake'], /There is no fault "earthquake"\. There are worker_killed,/],
  [['--orders', '0'], /--orders must be a whole number/],
  [['--minutes', 'ten'], /--minutes must be a number above 0/],
  [['--lose', '5%'], /--lose must be a share, 0 to 1/],
  [['--lose', ''], /--lose must be a share/],
  [['--lose', '0.1', '--without-key'], /--lose goes with a key/],
  [['--fault', 'all'], /--fault/]
] as const) {
  test(`${argv.join(' ')} is refused with a sentence`, () => {
    assert.throws(() => read(...argv), says)
  })
}

test('help names every fault', () => {
  for (const kind of FAULT_KINDS) assert.match(helpText(), new RegExp(`\\b${kind} `))
})
