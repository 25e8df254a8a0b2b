import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { LAYOUT } from '@paidonce/core/letters/layout'
import { LAYOUT_MODULE, LAYOUT_SOURCE } from '../letters-folder.ts'
import { compileLayout, layoutModule } from './compile-layout.ts'
import { putPlaces, STAND_INS } from './put-places.ts'

test('layout.ts is what layout.mjml makes: if not, run npm run letters:layout', async () => {
  const made = await compileLayout(readFileSync(LAYOUT_SOURCE, 'utf8'))
  assert.equal(readFileSync(LAYOUT_MODULE, 'utf8'), layoutModule(made))
  assert.equal(LAYOUT, made)
})

test('no stand-in is left in the layout, and every place that one stands for is there', () => {
  for (const [standIn, place] of Object.entries(STAND_INS)) {
    assert.ok(!LAYOUT.toLowerCase().includes(standIn.toLowerCase()), `${standIn} is left`)
    assert.ok(LAYOUT.includes(place), `${place} is not there`)
  }
})

test('no side is left that would be wrong in a language from right to left', () => {
  assert.doesNotMatch(
    LAYOUT,
    /\b(ltr|rtl)\b|(align|text-align)\s*[=:]\s*"?(left|right)\b|(padding|margin)-(left|right):/
  )
})

test('a stand-in that MJML no longer prints is an error that names it', () => {
  assert.throws(() => putPlaces('<p>nothing</p>'), /MJML printed no #c0ffee, which stands for \{\{accent\}\}/)
})

test('what MJML objects to is told', async () => {
  const wrong =
    '<mjml><mj-body><mj-section><mj-column><mj-text colour="red">x</mj-text></mj-column></mj-section></mj-body></mjml>'
  await assert.rejects(compileLayout(wrong), /layout\.mjml is not right:\n.*colour/)
})
