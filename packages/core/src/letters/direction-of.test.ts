import assert from 'node:assert/strict'
import { test } from 'node:test'
import { directionOf } from './direction-of.ts'

for (const [tag, direction] of [
  ['en', 'ltr'],
  ['vi', 'ltr'],
  ['ja', 'ltr'],
  ['ar', 'rtl'],
  ['ar-EG', 'rtl'],
  ['he', 'rtl'],
  ['fa', 'rtl'],
  ['ur', 'rtl'],
  ['az', 'ltr'],
  ['az-Arab', 'rtl']
] as const) {
  test(`${tag} is written ${direction}`, () => assert.equal(directionOf(tag), direction))
}
