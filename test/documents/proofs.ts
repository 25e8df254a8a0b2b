import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { ROOT } from '../support/sources.ts'
import { hasTest } from './has-test.ts'

/** A test as a document names it: `file` *title*. */
type Proof = Readonly<{ file: string; title: string }>

const proofsIn = (cell: string): Proof[] =>
  [...cell.matchAll(/`([^`]+)` \*([^*]+)\*/g)].map(([, file = '', title = '']) => ({ file, title }))

/** Makes sure that a cell of a document names tests and nothing else. `what` is what they hold. */
export function assertNamesTests(cell: string, what: string): void {
  const named = proofsIn(cell)
  assert.ok(named.length > 0, `no test holds: ${what}`)
  assert.equal(named.map(({ file, title }) => `\`${file}\` *${title}*`).join(', '), cell)
}

/** One test for each that the cells name: it is there. */
export function eachNamedTestIsThere(document: string, cells: readonly string[]): void {
  for (const { file, title } of cells.flatMap(proofsIn)) {
    test(`${document} names a test that is there: ${file}: ${title}`, () => {
      assert.ok(existsSync(join(ROOT, file)), `there is no ${file}`)
      assert.ok(hasTest(readFileSync(join(ROOT, file), 'utf8'), title), `${file} has no such test`)
    })
  }
}
