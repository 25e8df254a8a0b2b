import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { complaintAbout, subjectIn } from './commit-subject.mjs'

// node scripts/check-commits.mjs: the subjects of the commits that are not on the upstream branch yet, or of the last ones
// where there is no upstream branch.
// node scripts/check-commits.mjs <file>: the one in this file, as git hands it to its commit-msg hook.
// Only Node's built-ins here: a commit can be made before anything is installed.

const lastOnes = 20

const [file] = process.argv.slice(2)
const complaints = (file === undefined ? madeCommits() : [draftIn(file)]).flatMap(
  ({ commit, isDraft }) => complaintAbout(commit, { isDraft }) ?? []
)
for (const complaint of complaints) process.stderr.write(`${complaint}\n`)
process.exitCode = complaints.length === 0 ? 0 : 1

function draftIn(path) {
  return { commit: { name: 'This commit', subject: subjectIn(readFileSync(path, 'utf8')) }, isDraft: true }
}

// A folder without git, an archive of a release for one, has no commits to complain of.
function madeCommits() {
  const hasUpstream = git('rev-parse', '--verify', '--quiet', '@{upstream}') !== undefined
  const which = hasUpstream ? ['@{upstream}..HEAD'] : [`--max-count=${lastOnes}`, 'HEAD']
  const log = git('log', '--no-merges', '--format=%h %s', ...which)
  if (log === undefined) process.stdout.write('There are no commits here, so none was checked.\n')
  return (log ?? '')
    .split('\n')
    .filter(line => line !== '')
    .map(line => line.match(/^(\S+) (.*)$/))
    .map(([, name, subject]) => ({ commit: { name, subject }, isDraft: false }))
}

function git(...args) {
  const cwd = fileURLToPath(new URL('..', import.meta.url))
  const { status, stdout } = spawnSync('git', args, { cwd, encoding: 'utf8' })
  return status === 0 ? stdout : undefined
}
