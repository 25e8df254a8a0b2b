import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { after, test } from 'node:test'
import { loadExport } from './load-export.ts'
import { UnusableModule } from './unusable-module.ts'

const folder = mkdtempSync(join(tmpdir(), 'paidonce-marker-'))
after(() => rmSync(folder, { recursive: true, force: true }))

let written = 0
function write(text: string): string {
  const path = join(folder, `own-${++written}.mjs`)
  writeFileSync(path, text)
  return path
}
const load = (path: string) => loadExport({ setting: 'OWN', path, name: 'facts' })

test('what a module exports is loaded, also by a path from the folder of the program', async () => {
  const path = write('export const facts = { a: 1 }')
  assert.deepEqual(await load(path), { a: 1 })
  assert.deepEqual(await load(relative(process.cwd(), path)), { a: 1 })
})

for (const [what, text, why] of [
  ['that is not there', undefined, 'it is not a file that can be read'],
  ['without the export', 'export const fact = {}', 'the file exports no facts'],
  [
    'that is not JavaScript',
    '\n\nexport const marker = {{',
    'Node.js cannot load the file; run it with node'
  ],
  ['that throws', 'throw new RangeError("marker")', 'the file threw while it was loaded, RangeError at '],
  ['that imports what is not there', "import 'marker'", 'the file imports something that is not there'],
  [
    'that imports what another does not export',
    "import { marker } from 'node:fs'",
    'Node.js cannot load the file; run it with node'
  ]
] as const) {
  test(`a file ${what} is refused in one sentence that holds neither its path nor its text`, async () => {
    const path = text === undefined ? join(folder, 'marker.mjs') : write(text)
    await assert.rejects(load(path), (error: unknown) => {
      assert.ok(error instanceof UnusableModule)
      assert.ok(error.message.startsWith(`OWN is not usable: ${why}`), error.message)
      assert.match(error.message, /See docs\/own-facts\.md\.$/)
      assert.doesNotMatch(error.message, /marker|\n/)
      return true
    })
  })
}

test('a folder is no file', async () => {
  await assert.rejects(load(folder), UnusableModule)
})
