import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerRequest } from '../answer-request.ts'
import type { Letter } from '../letter.ts'
import { createLetterBox } from '../letter-box.ts'

const host = '127.0.0.1:4480'
const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>\''

const letter: Letter = {
  id: 'a1',
  from: hostile,
  to: [hostile],
  subject: hostile,
  messageId: hostile,
  date: '2026-11-24T03:00:00.000Z',
  text: hostile,
  html: hostile
}

function answer(url: string, { method = 'GET', from = host, letters = [letter] } = {}) {
  const box = createLetterBox()
  for (const each of letters) box.put(each)
  return { ...answerRequest({ method, url, host: from }, box), box }
}

for (const url of ['/', '/letters/a1', '/letters/a1?view=text', '/letters/a1?view=%22%3E%3Cscript%3E']) {
  test(`on ${url} what a hostile letter says stays text`, () => {
    const { status, body } = answer(url)
    assert.equal(status, 200)
    assert.ok(body.includes('&lt;script&gt;'))
    assert.ok(!body.includes('<script>alert'))
    assert.ok(!body.includes('<img'))
  })
}

test('no script but our own runs on our pages', () => {
  const policy = answer('/').headers['content-security-policy'] ?? ''
  assert.match(policy, /default-src 'none'/)
  assert.match(policy, /script-src 'sha256-[^']+'/)
})

test("a letter's own HTML is given as it came, but may run nothing and fetch nothing", () => {
  const { body, headers } = answer('/letters/a1/html')
  assert.equal(body, hostile)
  const policy = headers['content-security-policy'] ?? ''
  assert.match(policy, /default-src 'none'/)
  assert.match(policy, /sandbox/)
  assert.doesNotMatch(policy, /script|allow-same-origin/)
})

test('the frame around a letter is closed as well', () => {
  assert.match(
    answer('/letters/a1').body,
    /<iframe [^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/
  )
})

test('a letter without HTML is shown as text', () => {
  const { body } = answer('/letters/a1', { letters: [{ ...letter, html: '', text: 'Xin chào' }] })
  assert.match(body, /<pre[^>]*>Xin chào<\/pre>/)
  assert.doesNotMatch(body, /<iframe/)
})

test('a page on another name that was pointed at this machine reads nothing', () => {
  for (const from of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:4480', '']) {
    assert.equal(answer('/api/letters', { from }).status, 403)
  }
  assert.equal(answer('/api/letters', { from: 'localhost:4480' }).status, 200)
})

test('DELETE empties the box, and nothing else does', () => {
  assert.equal(answer('/api/letters', { method: 'POST' }).box.all().length, 1)
  const { status, box } = answer('/api/letters', { method: 'DELETE' })
  assert.deepEqual([status, box.all()], [204, []])
})

test('a letter that is not there is a 404, not a crash', () => {
  assert.equal(answer('/letters/zz').status, 404)
  assert.equal(answer('//').status, 404)
  assert.equal(answer('@*:x').status, 400)
})
