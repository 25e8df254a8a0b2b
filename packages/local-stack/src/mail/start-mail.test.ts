import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { type TestContext, test } from 'node:test'
import { waitUntil } from '../wait-until.ts'
import { startMail } from './start-mail.ts'

async function mailFor(t: TestContext) {
  const mail = await startMail()
  t.after(mail.stop)
  return mail
}

/** Sends a mail as an SMTP client would and gives the code of the first answer that is not what a good end needs. */
async function sendByHand(smtpUrl: string, letter: string): Promise<string> {
  const { hostname, port } = new URL(smtpUrl)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  const say = [
    'HELO test',
    'MAIL FROM:<shop@example.com>',
    'RCPT TO:<buyer@example.com>',
    'DATA',
    `${letter}\r\n.`
  ]
  for await (const line of createInterface({ input: socket })) {
    const next = say.shift()
    if (next === undefined || !/^[23]/.test(line)) {
      socket.destroy()
      return line.slice(0, 3)
    }
    socket.write(`${next}\r\n`)
  }
  return 'no answer'
}

const vietnamese = [
  'From: "Shop" <shop@example.com>',
  'To: someone else <other@example.com>',
  'Message-ID: <m1@example.com>',
  'Subject: =?UTF-8?B?VGhhbmggdG/DoW4gdGjhuqV0IGLhuqFp?=',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('Xin chào').toString('base64')
].join('\r\n')

test('a letter is caught, decoded, and addressed to whom it was really handed', async t => {
  const mail = await mailFor(t)
  assert.equal(await sendByHand(mail.smtpUrl, vietnamese), '250')
  const [letter] = (await (await fetch(`${mail.mailUrl}/api/letters`)).json()) as ReturnType<
    typeof mail.letters
  >
  assert.deepEqual(mail.letters(), [letter])
  assert.equal(letter?.subject, 'Thanh toán thất bại')
  assert.equal(letter?.text.trim(), 'Xin chào')
  assert.equal(letter?.messageId, '<m1@example.com>')
  assert.deepEqual(letter?.to, ['buyer@example.com'])
})

for (const code of [451, 550]) {
  test(`a letter answered with ${code} is refused with that code and not kept`, async t => {
    const mail = await mailFor(t)
    mail.answer(({ from, to }) =>
      from === 'shop@example.com' && to[0] === 'buyer@example.com' ? { code, message: 'no' } : undefined
    )
    assert.equal(await sendByHand(mail.smtpUrl, vietnamese), String(code))
    assert.deepEqual(mail.letters(), [])
    mail.answer(() => undefined)
    assert.equal(await sendByHand(mail.smtpUrl, vietnamese), '250')
    assert.equal(mail.letters().length, 1)
  })
}

test('a letter that hangs gets no answer until the mail server stops', async t => {
  const mail = await mailFor(t)
  const asked: string[] = []
  mail.answer(({ from }) => {
    asked.push(from)
    return asked.length === 1 ? 'hang' : undefined
  })
  const hanging = sendByHand(mail.smtpUrl, vietnamese)
  await waitUntil(() => asked.length === 1, { deadlineMs: 5_000 })
  assert.equal(await sendByHand(mail.smtpUrl, vietnamese), '250') // the marker: others are answered meanwhile
  assert.equal(mail.letters().length, 1)
  await mail.stop()
  assert.notEqual(await hanging, '250')
})

test('the box can be emptied by call and by request', async t => {
  const mail = await mailFor(t)
  await sendByHand(mail.smtpUrl, vietnamese)
  mail.clear()
  assert.deepEqual(mail.letters(), [])
  await sendByHand(mail.smtpUrl, vietnamese)
  assert.equal((await fetch(`${mail.mailUrl}/api/letters`, { method: 'DELETE' })).status, 204)
  assert.deepEqual(mail.letters(), [])
})
