import assert from 'node:assert/strict'
import { test } from 'node:test'
import { messageIdOf } from './message-id.ts'

const LETTER = { id: '7', account: '', order: '1001', payment: 'pi_1', kind: 'payment_failed' } as const

test('a letter has one Message-ID for ever, in the sender’s domain', () => {
  assert.equal(messageIdOf(LETTER, 'Shop <mail@shop.example>'), '<payment_failed.pi_1.7@shop.example>')
  assert.equal(messageIdOf(LETTER, 'mail@shop.example'), '<payment_failed.pi_1.7@shop.example>')
})

test('nothing in a payment’s id can break out of the header', () => {
  assert.equal(
    messageIdOf({ ...LETTER, payment: 'pi_1>\r\nBcc: x' }, 'a@b.example'),
    '<payment_failed.pi_1Bccx.7@b.example>'
  )
})
