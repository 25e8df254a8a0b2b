import assert from 'node:assert/strict'
import { test } from 'node:test'
import { messageIdOf, operationsMessageId } from './message-id.ts'

const LETTER = {
  id: '7',
  account: '',
  order: '1001',
  payment: 'pi_1',
  kind: 'payment_failed',
  round: 0,
  sending: 0
} as const

test('a letter has one Message-ID for ever, in the sender’s domain', () => {
  assert.equal(messageIdOf(LETTER, 'Shop <mail@shop.example>'), '<payment_failed.pi_1.7@shop.example>')
  assert.equal(messageIdOf(LETTER, 'mail@shop.example'), '<payment_failed.pi_1.7@shop.example>')
})

test('a letter that a person wants once more is another mail', () => {
  assert.equal(
    messageIdOf({ ...LETTER, sending: 2 }, 'mail@shop.example'),
    '<payment_failed.pi_1.7.2@shop.example>'
  )
})

test('nothing in a payment’s id can break out of the header', () => {
  assert.equal(
    messageIdOf({ ...LETTER, payment: 'pi_1>\r\nBcc: x' }, 'a@b.example'),
    '<payment_failed.pi_1Bccx.7@b.example>'
  )
})

test('so has a mail to operations, which no other database has', () => {
  const mail = '2f1c8a52-6f0e-4a51-9d57-0a3f0a3f0a3f'
  assert.equal(
    operationsMessageId(mail, 'Shop <mail@shop.example>'),
    '<operations.2f1c8a52-6f0e-4a51-9d57-0a3f0a3f0a3f@shop.example>'
  )
})
