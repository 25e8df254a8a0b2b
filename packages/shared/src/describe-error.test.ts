import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { test } from 'node:test'
import { describeError, SpeakingError } from './describe-error.ts'

test('a foreign error is told by its class and its place, never by its message', () => {
  const { code, text } = describeError(new TypeError('cannot read a@example.com'))
  assert.equal(code, 'UNEXPECTED')
  assert.match(text, /^TypeError at describe-error\.test\.(ts|js):\d+$/)
})

test('the message of our own errors is repeated', () => {
  class Known extends SpeakingError {
    readonly code = 'KNOWN'
  }
  assert.deepEqual(describeError(new Known('the shop is closed')), {
    code: 'KNOWN',
    text: 'the shop is closed'
  })
})

test('what the operating system says is repeated', async () => {
  const error = await new Promise<Error>(resolve => connect(1, '127.0.0.1').once('error', resolve))
  assert.match(describeError(error).text, /ECONNREFUSED/)
})

test('of a refusal by Redis only the word for its cause is repeated', () => {
  const refusal = Object.assign(new Error('OOM command not allowed: SET a@example.com'), {
    name: 'ReplyError'
  })
  const { code, text } = describeError(refusal)
  assert.equal(code, 'OOM')
  assert.doesNotMatch(text, /example/)
})

test('a code that is no code is not repeated', () => {
  assert.equal(describeError(Object.assign(new Error('x'), { code: 'a@example.com' })).code, 'UNEXPECTED')
})

test('something that is no error at all is described too', () => {
  for (const thrown of ['a@example.com', null, undefined, 5]) {
    assert.equal(describeError(thrown).text, 'something that is not an Error was thrown')
  }
})
