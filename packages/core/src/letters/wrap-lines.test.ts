import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { wrapLines } from './wrap-lines.ts'

const anyWords = fc.array(fc.stringMatching(/^[^\s]{1,90}$/), { minLength: 1, maxLength: 40 })

test('a paragraph keeps its words and their order', () => {
  fc.assert(
    fc.property(anyWords, words => assert.deepEqual(wrapLines(words.join(' ')).split(/[ \n]/), words))
  )
})

test('no line is longer than 72 characters unless it is one long word, and none could take another word', () => {
  fc.assert(
    fc.property(anyWords, words => {
      const lines = wrapLines(words.join(' ')).split('\n')
      for (const [index, line] of lines.entries()) {
        const length = Array.from(line).length
        assert.ok(length <= 72 || !line.includes(' '))
        const next = lines[index + 1]?.split(' ')[0]
        if (next !== undefined) assert.ok(length + 1 + Array.from(next).length > 72)
      }
    })
  )
})

test('an amount is not torn from its currency', () => {
  const paragraph = `${'word '.repeat(13)}500.000\u00a0₫ more`
  assert.match(wrapLines(paragraph), /^500\.000\u00a0₫ more$/m)
})

test('spaces at the ends or beside one another make no lines of their own', () => {
  assert.equal(wrapLines('a  b'), 'a b')
  assert.doesNotMatch(wrapLines(`  ${'x'.repeat(80)}  `), /\n\n|\n$/)
})
