import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasTest } from './has-test.ts'

test('a title is known from another that only looks like it', () => {
  const source = [
    `test('a plain one', () => {})`,
    `for (const [what, n] of [['red', 1]]) await t.test(\`a \${what} one, \${n}\`, async () => {})`
  ].join('\n')
  for (const title of ['a plain one', 'a red one, 1']) assert.ok(hasTest(source, title))
  for (const title of ['a plain', 'a plain one, too', 'a blue one, 1', 'a red one, '])
    assert.ok(!hasTest(source, title))
})
