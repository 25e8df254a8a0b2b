import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { keepMadeFile } from './keep-made-file.ts'

for (const program of ['mjml/main.js', 'languages/main.js']) {
  test(`what ${program} makes is what is committed`, () => {
    const path = fileURLToPath(new URL(program, import.meta.url))
    const { status, stdout, stderr } = spawnSync(process.execPath, [path, '--check'], { encoding: 'utf8' })
    assert.equal(status, 0, stderr)
    assert.match(stdout, /\.ts is up to date\n$/)
  })
}

test('a file that is not up to date is written, or only told of when asked to check', t => {
  const folder = mkdtempSync(join(tmpdir(), 'paidonce-made-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'made.ts')
  writeFileSync(path, 'old')
  assert.throws(
    () => keepMadeFile({ path, text: 'new', args: ['--check'] }),
    /made\.ts is not up to date: run/
  )
  assert.equal(readFileSync(path, 'utf8'), 'old')
  assert.equal(keepMadeFile({ path, text: 'new', args: [] }), `Wrote ${path}`)
  assert.equal(readFileSync(path, 'utf8'), 'new')
  assert.throws(() => keepMadeFile({ path, text: 'new', args: ['--chekc'] }), /There is no --chekc/)
})
