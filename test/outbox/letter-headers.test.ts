import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { createMailer } from '@paidonce/worker/smtp/transport'
import { startRawSmtp } from '../support/raw-smtp.ts'

const MAIL = {
  to: 'ann@example.com',
  messageId: '<payment_failed.pi_1.7@shop.example>',
  subject: 'Thanh toán cho đơn hàng 1001 không thành công',
  text: 'Kính gửi Quý khách,\n',
  html: '<p>Kính gửi Quý khách,</p>'
}

/** The headers of one letter, unfolded. */
async function headersOf(t: TestContext, sender: Readonly<{ from: string; replyTo?: string }>) {
  const smtp = await startRawSmtp(t)
  const mailer = createMailer({ url: smtp.url, ...sender })
  await mailer.send(MAIL)
  mailer.close()
  const [head = ''] = (smtp.letters[0] ?? '').split('\r\n\r\n')
  const lines = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n')
  return new Map(
    lines.map(line => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)])
  )
}

test('a letter says that a program wrote it, so that no absence note answers it', async t => {
  const headers = await headersOf(t, { from: 'Small Books <mail@shop.example>' })
  assert.equal(headers.get('auto-submitted'), 'auto-generated')
  assert.equal(headers.get('x-auto-response-suppress'), 'OOF, AutoReply')
})

test('a letter about an order offers no unsubscribing, and is not sent as one of many', async t => {
  const headers = await headersOf(t, { from: 'mail@shop.example' })
  for (const name of ['list-unsubscribe', 'list-unsubscribe-post', 'list-id', 'precedence']) {
    assert.equal(headers.get(name), undefined)
  }
})

test('a letter comes from the shop with its own Message-ID, as text and as HTML', async t => {
  const headers = await headersOf(t, { from: 'Small Books <mail@shop.example>' })
  assert.equal(headers.get('from'), 'Small Books <mail@shop.example>')
  assert.equal(headers.get('message-id'), MAIL.messageId)
  assert.match(headers.get('content-type') ?? '', /^multipart\/alternative;/)
})

test('answers go where the shop wants them, or to its sender', async t => {
  const wished = await headersOf(t, { from: 'mail@shop.example', replyTo: 'Help <help@shop.example>' })
  assert.equal(wished.get('reply-to'), 'Help <help@shop.example>')
  assert.equal((await headersOf(t, { from: 'mail@shop.example' })).get('reply-to'), undefined)
})
