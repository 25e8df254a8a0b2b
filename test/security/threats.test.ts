import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { ROOT } from '../support/sources.ts'
import { KEPT } from './leaks/kept-where.ts'

const text = readFileSync(join(ROOT, 'docs/security.md'), 'utf8')
const sectionOf = (heading: string) => text.split(/^## /m).find(part => part.startsWith(`${heading}\n`)) ?? ''

/** The rows of a section's table, as their cells, without its head. */
const rowsOf = (section: string) =>
  [...section.matchAll(/^\| (.+) \|$/gm)].map(([, row = '']) => row.split(' | ')).slice(2)

const THREATS = [
  'Deliveries',
  'Load',
  'Money',
  'Values that strangers choose',
  'Secrets and people',
  'What it is made of'
]
const threats = THREATS.flatMap(heading => rowsOf(sectionOf(heading)))

type Proof = Readonly<{ file: string; title: string }>
const proofsIn = (cell: string): Proof[] =>
  [...cell.matchAll(/`([^`]+)` \*([^*]+)\*/g)].map(([, file = '', title = '']) => ({ file, title }))

test('docs/security.md tells of many threats, each with the test that holds it', () => {
  assert.ok(threats.length > 30)
  for (const [threat, naive, ours, proofs = '', ...more] of threats) {
    assert.ok(naive && ours && more.length === 0, threat)
    const named = proofsIn(proofs)
    assert.ok(named.length > 0, `no test holds: ${threat}`)
    assert.equal(named.map(({ file, title }) => `\`${file}\` *${title}*`).join(', '), proofs)
  }
})

for (const { file, title } of threats.flatMap(([, , , proofs = '']) => proofsIn(proofs))) {
  test(`docs/security.md names a test that is there: ${file}: ${title}`, () => {
    assert.ok(existsSync(join(ROOT, file)), `there is no ${file}`)
    assert.ok(hasTest(readFileSync(join(ROOT, file), 'utf8'), title), `${file} has no such test`)
  })
}

test('a title is known from another that only looks like it', () => {
  const source = [
    `test('a plain one', () => {})`,
    `for (const [what, n] of [['red', 1]]) await t.test(\`a \${what} one, \${n}\`, async () => {})`
  ].join('\n')
  for (const title of ['a plain one', 'a red one, 1']) assert.ok(hasTest(source, title))
  for (const title of ['a plain', 'a plain one, too', 'a blue one, 1', 'a red one, '])
    assert.ok(!hasTest(source, title))
})

test('docs/security.md says of each place what the search for leaks finds there', () => {
  const kept = Object.fromEntries(
    rowsOf(sectionOf('What is kept where')).map(([place = '', holds = '']) => [place, holds])
  )
  assert.deepEqual(Object.keys(kept), Object.keys(KEPT))
  for (const [place, marks] of Object.entries(KEPT)) {
    const holds = kept[place] ?? ''
    if (marks.length > 2) assert.equal(holds, 'the whole event')
    else assert.deepEqual([/address/.test(holds), /name/.test(holds)], [true, marks.length === 2], place)
  }
})

/** Whether one of the titles of a source is this one. What a title takes from a table has to stand in the source as well. */
function hasTest(source: string, title: string): boolean {
  return [...source.matchAll(/\btest\(\s*(['"`])((?:\\.|(?!\1).)*)\1/g)].some(([, , written = '']) => {
    const [first = '', ...more] = written.split(/\$\{.*?\}/).map(part => part.replaceAll(/\\(.)/g, '$1'))
    const pattern = [first, ...more].map(part => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('(.+)')
    const taken = title.match(new RegExp(`^${pattern}$`))?.slice(1)
    return taken?.every(value => source.includes(value.replaceAll(/^"|"$/g, ''))) ?? false
  })
}
