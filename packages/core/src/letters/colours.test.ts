import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Colour, contrast, isColour, readableOn, visibleOn } from './colours.ts'

const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value): Colour => `#${value.toString(16).padStart(6, '0')}`)

test('contrast is what WCAG says it is', () => {
  assert.equal(contrast('#ffffff', '#000000'), 21)
  assert.equal(contrast('#000000', '#ffffff'), 21)
  assert.equal(contrast('#0b7285', '#0b7285'), 1)
  // The textbook pair: the darkest grey that is too light on white, and the one beside it.
  assert.ok(contrast('#777777', '#ffffff') < 4.5)
  assert.ok(contrast('#767676', '#ffffff') >= 4.5)
})

test('black or white can be read on every colour', () => {
  fc.assert(fc.property(anyColour, colour => contrast(readableOn(colour), colour) >= 4.5))
})

test('every colour, or a shade of it, can be told from every ground', () => {
  fc.assert(
    fc.property(anyColour, anyColour, (ground, colour) => contrast(visibleOn(ground, colour), ground) >= 3)
  )
})

test('a dark colour gets lighter on a dark ground, and black becomes white', () => {
  assert.equal(visibleOn('#1d2025', '#000000'), '#ffffff')
  assert.equal(visibleOn('#1d2025', '#3a3a3f'), '#ffffff')
  const lighterNavy = visibleOn('#1d2025', '#001f5c')
  assert.ok(contrast(lighterNavy, '#1d2025') < 4)
  assert.match(lighterNavy, /^#[0-9a-f]{4}[9a-f]/)
})

test('a colour that can be told from its ground stays as it is', () => {
  assert.equal(visibleOn('#ffffff', '#0b7285'), '#0b7285')
  assert.equal(visibleOn('#1d2025', '#ffe066'), '#ffe066')
})

for (const text of [
  'red',
  '#fff',
  '0b7285',
  '#0b728',
  '#0b72855',
  '#0b728g',
  '',
  ' #0b7285',
  '#0b7285;',
  '#0b7285\n'
]) {
  test(`${JSON.stringify(text)} is no colour`, () => assert.equal(isColour(text), false))
}
