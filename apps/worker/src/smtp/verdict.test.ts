import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mailVerdict } from './verdict.ts'

for (const [title, error, verdict, reason] of [
  [
    'a mailbox that is busy',
    { code: 'EENVELOPE', responseCode: 450, command: 'RCPT TO' },
    'retry',
    /answered 450 to RCPT TO/
  ],
  [
    'a mailbox that is not there',
    { code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' },
    'give_up',
    /550/
  ],
  ['a letter that is refused', { code: 'EMESSAGE', responseCode: 554, command: 'DATA' }, 'give_up', /554/],
  ['a letter that is put off', { code: 'EMESSAGE', responseCode: 451, command: 'DATA' }, 'retry', /451/],
  ['our sign-in refused', { code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' }, 'retry', /535/],
  ['our sender refused', { code: 'EENVELOPE', responseCode: 553, command: 'MAIL FROM' }, 'retry', /553/],
  ['nobody there', { code: 'ESOCKET' }, 'retry', /ESOCKET/],
  ['no answer in time', { code: 'ETIMEDOUT', command: 'CONN' }, 'retry', /ETIMEDOUT/],
  ['a server that takes its time', { code: 'EABORT' }, 'retry', /took too long/],
  ['an address that is none', { code: 'EENVELOPE' }, 'give_up', /address/],
  ['something unknown', new TypeError('x'), 'retry', /UNEXPECTED/],
  ['nothing at all', undefined, 'retry', /UNEXPECTED/]
] as const) {
  test(`${title}: ${verdict}`, () => {
    const answer = mailVerdict(error)
    assert.equal(answer.verdict, verdict)
    assert.match(answer.reason, reason)
  })
}
