import assert from 'node:assert/strict'
import { test } from 'node:test'
import { complaintAbout, subjectIn, subjectProblems } from './commit-subject.mjs'

for (const subject of [
  'refactor: write each thing once',
  'fix(shared): name the cause of a refusal by Redis, and an empty part once',
  'feat(local-stack): PostgreSQL, Redis and a mail catcher with one command',
  'feat(worker)!: letters need a sender',
  'test: SIGTERM: what is in hand is finished',
  "Merge branch 'main' into letters",
  'Revert "feat: letters in Latin"'
])
  test(`a good subject: ${subject}`, () => assert.deepEqual(subjectProblems(subject), []))

for (const [subject, said] of [
  ['', /empty/],
  ['Fix the worker', /of the form/],
  ['fix:no space', /of the form/],
  ['fix: ', /of the form/],
  ['fix(): nothing named', /of the form/],
  ['fix(The Worker): spaces', /of the form/],
  ['Feat: capitals', /of the form/],
  ['feature: letters', /"feature" is no kind of change; there are .*feat, fix/],
  ['fix: the end.', /full stop/],
  ['fix: a space at the end ', /full stop or a space/],
  [`fix: ${'a'.repeat(96)}`, /101 characters; 100 are the most/],
  ['fixup! fix: letters', /rebase --autosquash/]
])
  test(`a bad subject: "${subject.slice(0, 30)}"`, () =>
    assert.match(subjectProblems(subject).join('; '), said))

test('a subject of 100 characters is not too long', () => {
  assert.deepEqual(subjectProblems(`fix: ${'a'.repeat(95)}`), [])
})

test('while one works, commits to be folded later are fine, and nothing else is', () => {
  assert.deepEqual(subjectProblems('fixup! fix: letters', { isDraft: true }), [])
  assert.equal(subjectProblems('letters', { isDraft: true }).length, 1)
})

test('a complaint names the commit, what is wrong and how to do it well', () => {
  assert.equal(complaintAbout({ name: 'abc1234', subject: 'fix: letters' }), undefined)
  assert.match(
    complaintAbout({ name: 'abc1234', subject: 'feature: letters.' }),
    /^abc1234: feature: letters\.\n {4}"feature" is no kind.*\n {4}it ends with.*\n {4}Good: fix\(worker\): /
  )
})

test('the subject is the first line that is neither blank nor a comment', () => {
  assert.equal(subjectIn('\n# Please enter\nfix: letters\n\nbody\n'), 'fix: letters')
  assert.equal(subjectIn('# only comments\n'), '')
  assert.equal(subjectIn('\n# ---------------- >8 ----------------\ndiff --git a b\n'), '')
})
