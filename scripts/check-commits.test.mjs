import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const carried = ['scripts/check-commits.mjs', 'scripts/commit-subject.mjs', '.githooks/commit-msg']

// The person's own settings and hooks, and the variables that git gives to its hooks, stay out of it.
const settings = { 'user.name': 'Ann', 'user.email': 'ann@example.com', 'commit.gpgsign': 'false' }
const { GIT_DIR: _dir, GIT_INDEX_FILE: _index, GIT_WORK_TREE: _tree, ...ownEnv } = process.env
const env = { ...ownEnv, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' }

function git(folder, ...args) {
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return execFileSync('git', [...given, ...args], { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' })
}

const commit = (folder, subject, ...options) =>
  git(folder, 'commit', '--quiet', '--allow-empty', ...options, '-m', subject)

function check(folder, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/check-commits.mjs', ...args], {
    cwd: folder,
    env,
    encoding: 'utf8'
  })
  return { isWell: status === 0, said: `${stdout}${stderr}` }
}

function ownFolder(t) {
  const folder = mkdtempSync(join(tmpdir(), 'paidonce-commits-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  for (const path of carried) cpSync(join(root, path), join(folder, 'origin', path))
  return { folder, origin: join(folder, 'origin') }
}

function ownRepository(t) {
  const { folder, origin } = ownFolder(t)
  git(origin, 'init', '--quiet', '--initial-branch=main')
  git(origin, 'add', '.')
  commit(origin, 'feat: begin')
  return { folder, origin }
}

test('without an upstream branch the last commits are checked, and the bad one is named', t => {
  const { origin } = ownRepository(t)
  assert.deepEqual(check(origin), { isWell: true, said: '' })
  commit(origin, 'Fixed it.')
  commit(origin, 'fix: mend it')
  const { isWell, said } = check(origin)
  assert.equal(isWell, false)
  assert.match(said, /^[0-9a-f]+: Fixed it\.\n.*of the form.*\n +Good: fix\(worker\): /)
})

test('in a clone only what the upstream branch does not have is checked', t => {
  const { folder, origin } = ownRepository(t)
  commit(origin, 'Older than the habit')
  git(folder, 'clone', '--quiet', 'origin', 'clone')
  const clone = join(folder, 'clone')
  assert.equal(check(clone).isWell, true)
  commit(clone, 'fixup! feat: begin')
  assert.match(check(clone).said, /git rebase --autosquash/)
})

test('a shallow and detached checkout is checked as far as it goes', t => {
  const { folder, origin } = ownRepository(t)
  commit(origin, 'Out of sight')
  commit(origin, 'fix: mend it')
  git(folder, 'clone', '--quiet', '--depth=1', pathToFileURL(origin).href, 'shallow')
  const shallow = join(folder, 'shallow')
  git(shallow, 'checkout', '--quiet', '--detach')
  assert.deepEqual(check(shallow), { isWell: true, said: '' })
  commit(shallow, 'In sight')
  assert.match(check(shallow).said, /^[0-9a-f]+: In sight\n/)
})

test('the merge that a server makes for a try is not complained of, even where its parents are out of sight', t => {
  const { folder, origin } = ownRepository(t)
  git(origin, 'checkout', '--quiet', '-b', 'letters')
  commit(origin, 'feat: letters')
  git(origin, 'checkout', '--quiet', 'main')
  git(origin, 'merge', '--quiet', '--no-ff', '-m', 'Merge letters into main', 'letters')
  git(folder, 'clone', '--quiet', '--depth=1', pathToFileURL(origin).href, 'shallow')
  assert.deepEqual(check(join(folder, 'shallow')), { isWell: true, said: '' })
})

test('where there are no commits there is nothing to complain of', t => {
  const { origin } = ownFolder(t)
  mkdirSync(join(origin, '.git')) // no repository, and no way to one further up
  assert.deepEqual(check(origin), {
    isWell: true,
    said: 'There are no commits here, so none was checked.\n'
  })
})

test('the hook refuses a bad subject before there is a commit, and lets drafts through', t => {
  const { origin } = ownRepository(t)
  git(origin, 'config', 'core.hooksPath', '.githooks')
  assert.throws(() => commit(origin, 'letters'), /This commit: letters[\s\S]*Good: /)
  commit(origin, 'fixup! feat: begin')
  commit(origin, 'feat: letters')
  assert.equal(git(origin, 'log', '--format=%s'), 'feat: letters\nfixup! feat: begin\nfeat: begin\n')
})

test('comments in the file that git hands over do not count', t => {
  const { folder, origin } = ownRepository(t)
  writeFileSync(join(folder, 'draft'), '\n# On branch main\nletters\n')
  assert.match(check(origin, join(folder, 'draft')).said, /^This commit: letters\n/)
})
