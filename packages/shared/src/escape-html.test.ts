import assert from 'node:assert/strict'
import { test } from 'node:test'
import { escapeHtml } from './escape-html.ts'

test('the five characters that could end an element or an attribute are written as entities', () => {
  assert.equal(escapeHtml(`<a href="x" id='y'>&lt;`), '&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;lt;')
})
