/** The kinds of change that a subject may begin with. */
export const changeKinds = [
  'build',
  'chore',
  'ci',
  'docs',
  'feat',
  'fix',
  'perf',
  'refactor',
  'revert',
  'test'
]

const longest = 100
const example = 'fix(worker): wait for a letter that is being sent before closing'
// Written by git, not by a person.
const byGit = /^(Merge |Revert ")/
// For the next `git rebase --autosquash`: fine while one works, not when it is to be read by others.
const notYetFolded = /^(fixup|squash|amend)! /
const shape = /^([a-z]+)(\([a-z0-9]+(?:-[a-z0-9]+)*\))?!?: (\S.*)$/

/**
 * What is wrong with the subject of a commit: sentences, none when it is well. `isDraft` allows the subjects that a later
 * rebase folds away. Pure.
 */
export function subjectProblems(subject, { isDraft = false } = {}) {
  if (byGit.test(subject) || (isDraft && notYetFolded.test(subject))) return []
  if (notYetFolded.test(subject)) return ['it is to be folded into another commit: git rebase --autosquash']
  if (subject.trim() === '') return ['it is empty']

  const parts = subject.match(shape)
  if (parts === null) return ['it is not of the form "kind(room): what it does"; (room) may be left out']
  const [, kind, , text] = parts
  return [
    ...(changeKinds.includes(kind)
      ? []
      : [`"${kind}" is no kind of change; there are ${changeKinds.join(', ')}`]),
    ...(subject.length > longest ? [`it has ${subject.length} characters; ${longest} are the most`] : []),
    ...(/[.\s]$/.test(text) ? ['it ends with a full stop or a space'] : [])
  ]
}

/** The complaint about one commit, with an example to follow; undefined when there is nothing to complain of. Pure. */
export function complaintAbout({ name, subject }, options) {
  const problems = subjectProblems(subject, options)
  if (problems.length === 0) return undefined
  return [`${name}: ${subject}`, ...problems.map(problem => `    ${problem}`), `    Good: ${example}`].join(
    '\n'
  )
}

/** The subject in the file that git hands to its commit-msg hook: comments and blank lines before it do not count. Pure. */
export function subjectIn(text) {
  const [draft] = text.split(/^# -+ >8 -+$/m)
  return draft.split('\n').find(line => line.trim() !== '' && !line.startsWith('#')) ?? ''
}
