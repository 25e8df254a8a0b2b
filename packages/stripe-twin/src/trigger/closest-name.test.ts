import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SEQUENCE_NAMES } from '../sequences/table.ts'
import { closestName } from './closest-name.ts'

for (const [typed, meant] of [
  ['crad', 'card'],
  ['async-payment-failed', 'async_payment_failed'],
  ['asnc_payment_faild', 'async_payment_failed'],
  ['payment_failed', 'async_payment_failed'],
  ['expire', 'expired'],
  ['pending', 'async_pending'],
  ['twice', 'paid_twice'],
  ['zzzzzz', undefined]
] as const) {
  test(`${typed} is taken for ${meant ?? 'nothing'}`, () => {
    assert.equal(closestName(typed, SEQUENCE_NAMES), meant)
  })
}
