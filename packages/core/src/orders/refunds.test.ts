import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mergeRefunds } from './refunds.ts'

const soFar = (...amounts: number[]) => amounts.map(amount => ({ amount }))
const refund = (refund: string, amount: number, status: string) => ({ refund, amount, status })

for (const [says, charges, refunds, amount, failed] of [
  ['nothing', soFar(), [], 0, []],
  ['only the charge tells', soFar(1000, 3000), [], 3000, []],
  [
    'only refunds tell',
    soFar(),
    [refund('re_1', 1000, 'succeeded'), refund('re_2', 500, 'pending')],
    1500,
    []
  ],
  ['both tell the same', soFar(1000), [refund('re_1', 1000, 'succeeded')], 1000, []],
  ['the charge is ahead', soFar(3000), [refund('re_1', 1000, 'succeeded')], 3000, []],
  [
    'the refunds are ahead',
    soFar(1000),
    [refund('re_1', 1000, 'succeeded'), refund('re_2', 2000, 'pending')],
    3000,
    []
  ],
  [
    'it came back',
    soFar(3000),
    [refund('re_1', 3000, 'pending'), refund('re_1', 3000, 'failed')],
    0,
    ['re_1']
  ],
  [
    'one came back',
    soFar(1000, 3000),
    [refund('re_1', 1000, 'succeeded'), refund('re_2', 2000, 'failed')],
    1000,
    ['re_2']
  ],
  [
    'again after it came back',
    soFar(2000),
    [refund('re_1', 2000, 'failed'), refund('re_2', 2000, 'succeeded')],
    2000,
    ['re_1']
  ],
  ['it was called off', soFar(2000), [refund('re_1', 2000, 'canceled')], 0, []],
  [
    'it failed after it had succeeded',
    soFar(),
    [refund('re_1', 5, 'failed'), refund('re_1', 5, 'succeeded')],
    0,
    ['re_1']
  ]
] as const) {
  test(`${says}: ${amount} gone back, failed: ${failed.join() || 'none'}`, () => {
    const merged = mergeRefunds(charges, refunds)
    assert.equal(merged.amount, amount)
    assert.deepEqual(
      merged.failed.map(({ refund }) => refund),
      failed
    )
  })
}
