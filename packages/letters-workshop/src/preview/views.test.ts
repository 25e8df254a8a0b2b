import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allCases } from './cases.ts'
import { ALL_VIEWS, asSeen } from './views.ts'

const [plain, usual] = [ALL_VIEWS.find(view => view.isPlain), ALL_VIEWS.find(view => !view.isPlain)]
const { letter } = allCases()[0] ?? assert.fail()

test('a mail program without style blocks sees the inline styles alone', () => {
  const html = asSeen(letter.html, plain ?? assert.fail())
  assert.doesNotMatch(html, /<style|@media|name="(supported-)?color-schemes?"/)
  assert.match(html, /style="[^"]*background-color:#ffffff/)
})

test('every other mail program sees the letter as it is sent', () => {
  assert.equal(asSeen(letter.html, usual ?? assert.fail()), letter.html)
})
