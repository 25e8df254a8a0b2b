import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { runCommand } from '../processes/run-command.ts'
import { findPython } from './find-python.ts'

function folderFor(t: TestContext): string {
  const dir = mkdtempSync(join(tmpdir(), 'paidonce-python-'))
  t.after(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

test('the Python that is found runs, and has what the example consumer needs', async () => {
  const [command, ...args] = await findPython()
  const { ok, output } = await runCommand({
    command,
    args: [
      ...args,
      '-c',
      'import sqlite3; print(sqlite3.connect(":memory:").execute("select 6 * 7").fetchone())'
    ]
  })
  assert.deepEqual({ ok, output }, { ok: true, output: '(42,)\n' })
})

test('a program that is no Python, or one that is not there, is passed over for the next', async () => {
  const [known] = await findPython()
  const found = await findPython({ installed: ['true-python-that-is-not-there', 'false', known] })
  assert.equal(found[0], known)
})

test('one is fetched only where none is installed, and as the packages name it', async t => {
  const options = { installed: ['false'], cache: join(folderFor(t), 'python') }
  const fetched = await findPython({ ...options, fetch: async ({ names }) => ['env', ...names] })
  assert.deepEqual(fetched, ['env', 'python3'])
})

test('where none is installed and none can be fetched, one sentence says what to do', async t => {
  const options = { installed: ['false'], cache: join(folderFor(t), 'python') }
  await assert.rejects(findPython({ ...options, fetch: async () => undefined }), {
    message: /^No Python 3\.9 or newer .*: install python3$/
  })
})
