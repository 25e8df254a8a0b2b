import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { judgeCoverage, measureCoverage } from './coverage.mjs'

const room = (name, ...files) => ({
  room: name,
  files: files.map(([path, run, all]) => ({ path, run, all }))
})

test('a room at the floor is well, and one just below it is named with its least covered files', () => {
  const { lines, problems } = judgeCoverage(
    [
      room('packages/core', ['packages/core/src/a.ts', 95, 100]),
      room(
        'packages/ledger',
        ['packages/ledger/src/b.ts', 9_400, 9_900],
        ['packages/ledger/src/c.ts', 100, 100],
        ['packages/ledger/src/d.ts', 0, 1]
      )
    ],
    95
  )
  assert.match(lines[0], /^ {2}packages\/core +95\.0 % of +100 lines +floor 95 %$/)
  assert.match(lines[1], /^ {2}packages\/ledger +94\.9 % of +10001 lines +floor 95 %$/)
  assert.deepEqual(problems, [
    'The tests run 94.9 % of the lines of packages/ledger; at least 95 % must be. ' +
      'Most is missing in: packages/ledger/src/b.ts (94.9 %), packages/ledger/src/d.ts (0.0 %).'
  ])
})

test('a room of which nothing is known is not well', () => {
  assert.equal(judgeCoverage([room('packages/core')]).problems.length, 1)
})

test('a file that nothing loaded counts, one of types and one of tests do not', async t => {
  const root = mkdtempSync(join(tmpdir(), 'paidonce-coverage-'))
  t.after(() => rmSync(root, { recursive: true, force: true }))
  const put = (path, text) => {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  for (const name of ['packages/core', 'packages/ledger']) {
    put(`${name}/src/code.ts`, 'export const one = 1\n\nexport const two = 2\n')
    put(
      `${name}/dist/code.js`,
      'export const one = 1;\nexport const two = 2;\n//# sourceMappingURL=code.js.map'
    )
    put(`${name}/src/types.ts`, '/** Only a type. */\nexport type One = 1\n')
    put(`${name}/dist/types.js`, '/** Only a type. */\nexport {};\n//# sourceMappingURL=types.js.map')
    put(`${name}/src/code.test.ts`, 'import "node:test"\n')
  }
  mkdirSync(join(root, 'notes'))
  const notes = join(root, 'notes')
  await assert.rejects(measureCoverage({ root, notes }), /^Error: No process of the tests left notes/)

  put('notes/coverage-1.json', '{"result":[]}')
  const rooms = await measureCoverage({ root, notes })
  assert.deepEqual(
    rooms.map(({ files }) => files),
    ['packages/core', 'packages/ledger'].map(name => [{ path: `${name}/src/code.ts`, run: 0, all: 3 }])
  )
})
