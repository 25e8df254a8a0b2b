import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fillLayout } from './fill-layout.ts'

const ROWS = '<ul><!-- each rows --><li title="{{shop}}">{{row}}</li><!-- end rows --></ul>'

test('places are filled with escaped text, as often as they come', () => {
  assert.equal(fillLayout('{{a}}-{{b}}-{{a}}', { a: '<', b: '"' }, {}), '&lt;-&quot;-&lt;')
})

test('a part comes once for each row, in order, and may use what is given for all', () => {
  const rows = [{ row: '1' }, { row: '2' }]
  assert.equal(fillLayout(ROWS, { shop: 'S' }, { rows }), '<ul><li title="S">1</li><li title="S">2</li></ul>')
  assert.equal(fillLayout(ROWS, { shop: 'S' }, { rows: [] }), '<ul></ul>')
})

test('what was filled in is not read again', () => {
  const values = { a: '{{b}} <!-- each rows -->', b: 'no', shop: '{{row}}' }
  assert.equal(
    fillLayout(`{{a}}${ROWS}`, values, { rows: [{ row: '$&' }] }),
    '{{b}} &lt;!-- each rows --&gt;<ul><li title="{{row}}">$&amp;</li></ul>'
  )
})

test('a place or a part that nothing is given for is an error that names it', () => {
  assert.throws(() => fillLayout('{{colour}}', {}, {}), /asks for "colour"/)
  assert.throws(() => fillLayout('{{toString}}', {}, {}), /asks for "toString"/)
  assert.throws(() => fillLayout(ROWS, { shop: '' }, {}), /asks for "rows"/)
})
