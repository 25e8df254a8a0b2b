import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localeOf } from './locale-of.ts'
import { LOCALES } from './locales.ts'

for (const [wanted, expected] of [
  ['vi', 'vi'],
  ['vi-VN', 'vi'],
  ['VI', 'vi'],
  ['en', 'en'],
  ['en-GB', 'en']
] as const) {
  test(`a buyer whose session says ${wanted} gets ${expected}`, () => {
    assert.equal(localeOf(wanted, 'en'), expected)
    assert.equal(localeOf(wanted, 'vi'), expected)
  })
}

for (const wanted of [null, 'auto', '', 'de', 'pt-BR', 'vit', 'constructor', '__proto__']) {
  test(`a session that says ${JSON.stringify(wanted)} gets the fallback`, () => {
    assert.equal(localeOf(wanted, 'vi'), 'vi')
    assert.equal(localeOf(wanted, 'en'), 'en')
  })
}

test('every language we have is found by its own tag', () => {
  const found = Object.keys(LOCALES).map(tag => localeOf(tag, 'en'))
  assert.deepEqual(found, Object.keys(LOCALES))
})
