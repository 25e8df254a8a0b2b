import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Picture } from '../pictures.ts'
import { PLAIN, type Row } from '../screen.ts'
import { draw } from './draw.ts'
import { readDrawing, readElement } from './read-drawing.ts'

const picture: Picture = { name: 'p', alt: 'a < b', command: 'npm start', before: ['npm test'], until: /x/ }
const rows: readonly Row[] = [
  [{ text: 'a', column: 2, columns: 1, look: PLAIN }],
  [],
  [
    { text: '<b> & "c"', column: 0, columns: 9, look: { ...PLAIN, isBold: true } },
    { text: 'good', column: 120, columns: 4, look: { ...PLAIN, color: 2 } }
  ]
]

test('what was drawn can be read again, markup and all', () => {
  const svg = draw(picture, rows)
  assert.deepEqual(readDrawing(svg), ['$ npm start', '', '  a', '', `${'<b> & "c"'.padEnd(120)}good`])
  assert.equal(readElement(svg, 'title'), 'a < b')
  assert.equal(readElement(svg, 'desc'), 'Made by npm run pictures from: npm start; after: npm test')
})

test('the window is as wide as its widest line, and never narrower than 80 columns', () => {
  const widthOf = (svg: string) => Number(svg.match(/ width="(\d+)"/)?.[1])
  assert.equal(widthOf(draw(picture, [])), 712)
  assert.equal(widthOf(draw(picture, rows)), 1082)
})

test('each piece is as wide as its cells, and looks as it looked', () => {
  const svg = draw(picture, rows)
  assert.match(svg, /<text class="c2" x="1028" y="138" textLength="33.6">good<\/text>/)
  assert.match(svg, /\.b\{[^}]+\}.*\.c2\{/)
  assert.doesNotMatch(svg, /\.c1\{/)
})
