import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeRun } from './make-run.ts'
import { readArguments } from './read-arguments.ts'

function mayBeRefundedFirst(line: string): boolean {
  const wanted = readArguments(line.split(' '))
  assert.ok(wanted.show === 'run')
  const { plays } = makeRun(wanted, { seed: 's', now: 1_800_000_000 })
  return plays.some(({ expected }) => expected.mayBeRefundedFirst)
}

test('one order told in order must be fulfilled before it is refunded', () => {
  assert.equal(mayBeRefundedFirst('refund_full'), false)
  assert.equal(mayBeRefundedFirst('refund_full --duplicates 1'), false)
})

test('where events overtake each other, a refund may be heard of before its payment', () => {
  for (const disorder of ['--shuffle', '--delay 100', '--orders 2'])
    assert.equal(mayBeRefundedFirst(`refund_full ${disorder}`), true)
})
