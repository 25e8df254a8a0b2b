import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMailer } from '@paidonce/worker/smtp/transport'
import { eventually } from '../support/eventually.ts'
import { startSlowSmtp } from '../support/slow-smtp.ts'

const MAIL = { messageId: '<1@example.com>', subject: 'x', text: 'x', html: 'x' }

test('a mail that takes too long is ended, whether it is being sent or waits, and never goes out', {
  timeout: 20_000
}, async t => {
  const server = await startSlowSmtp(t)
  const [url, from] = [`${server.url}?maxConnections=1`, 'shop@example.com']
  const mailer = createMailer({ url, from, endsAfterMs: 1_000 })
  t.after(() => mailer.close())

  const sent = [
    mailer.send({ ...MAIL, to: 'one@example.com' }),
    mailer.send({ ...MAIL, to: 'two@example.com' })
  ]
  for (const outcome of await Promise.allSettled(sent))
    assert.equal(outcome.status === 'rejected' && outcome.reason.code, 'EABORT')
  await eventually(async () => assert.equal(server.connections(), 0))

  server.becomeQuick()
  await mailer.send({ ...MAIL, to: 'three@example.com' })
  assert.deepEqual(
    server.heard.filter(line => /^(DATA|To:)/.test(line)),
    ['DATA', 'To: three@example.com']
  )
})
