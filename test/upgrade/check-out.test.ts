import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { checkOut } from './check-out.ts'

const NOWHERE = '0123456789abcdef0123456789abcdef01234567'

const git = (folder: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.com', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: 'pipe'
  }).trim()

function ownFolder(t: TestContext, name: string): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'paidonce-check-out-')), name)
  t.after(() => rmSync(join(folder, '..'), { recursive: true, force: true }))
  mkdirSync(folder)
  return folder
}

/** A repository with two commits; gives the first. */
function ownRepository(t: TestContext) {
  const folder = ownFolder(t, 'full')
  git(folder, 'init', '--quiet')
  for (const subject of ['first', 'second'])
    git(
      folder,
      '-c',
      'commit.gpgsign=false',
      'commit',
      '--quiet',
      '--no-verify',
      '--allow-empty',
      '-m',
      subject
    )
  return { folder, first: git(folder, 'rev-parse', 'HEAD~1') }
}

test('a shallow clone without the previous release is told to fetch the rest', async t => {
  const { folder, first } = ownRepository(t)
  git(join(folder, '..'), 'clone', '--quiet', '--depth=1', pathToFileURL(folder).href, 'shallow')
  await assert.rejects(checkOut(first, join(folder, '..', 'shallow')), /shallow.*git fetch --unshallow$/)
})

test('a clone that never heard of the previous release is told to fetch it', async t => {
  const { folder } = ownRepository(t)
  await assert.rejects(checkOut(NOWHERE, folder), /does not hold\. Fetch it: git fetch --all --tags$/)
})

test('a folder that is no clone is told so', async t => {
  await assert.rejects(checkOut(NOWHERE, ownFolder(t, 'plain')), /git cannot read here; run this in a clone/)
})

test('what cannot be built leaves nothing behind', async t => {
  const { folder, first } = ownRepository(t)
  await assert.rejects(checkOut(first, folder), /npm/)
  assert.deepEqual(readdirSync(join(folder, '.local')), [])
})
