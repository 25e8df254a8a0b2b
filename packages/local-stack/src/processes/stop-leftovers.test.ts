import assert from 'node:assert/strict'
import { test } from 'node:test'
import { birthOf, parseProcStat, parsePsLine } from './birth-of.ts'
import { childrenOf } from './children-of.ts'
import { commandOf } from './command-of.ts'
import { isRunning, type ProcessName, type RunningRecord, thisProcess } from './running-records.ts'
import { sortRecords } from './stop-leftovers.ts'

const record = (pid: number, owner: number): RunningRecord => ({
  pid,
  birth: 'b',
  what: 'Redis',
  folder: '/f',
  stopSignal: 'SIGTERM',
  owner: { pid: owner, birth: 'b' }
})

test('a child is an orphan only when it still runs and its owner does not', () => {
  const records = [record(1, 10), record(2, 20), record(3, 10)]
  const running = [1, 2, 10]
  const { ended, orphans, owned } = sortRecords(records, ({ pid }: ProcessName) => running.includes(pid))
  assert.deepEqual(
    [ended, orphans, owned].map(list => list.map(({ pid }) => pid)),
    [[3], [2], [1]]
  )
})

test('a process with the same number that was born at another time is not the one noted', () => {
  const self = thisProcess()
  assert.equal(isRunning(self), true)
  assert.equal(isRunning({ ...self, birth: `${self.birth}0` }), false)
})

test('a birth is read behind a program name with spaces and parentheses', () => {
  const numbers = Array.from({ length: 30 }, (_, index) => index)
  assert.equal(parseProcStat(`77 (a ) R (b) S ${numbers.join(' ')}\n`), '18')
})

test('a process that has ended but was not collected counts as none', () => {
  assert.equal(parseProcStat(`77 (node) Z ${'0 '.repeat(30)}`), undefined)
  assert.equal(parsePsLine('Z    Tue Nov 24 03:00:00 2026'), undefined)
  assert.equal(parsePsLine('Ss   Tue Nov 24 03:00:00 2026\n'), 'Tue Nov 24 03:00:00 2026')
  assert.equal(parsePsLine(''), undefined)
})

test('this test is found as a child of its parent, with its birth and its command', () => {
  assert.ok(childrenOf(process.ppid).includes(process.pid))
  assert.match(birthOf(process.pid) ?? '', /\d/)
  assert.match(commandOf(process.pid) ?? '', /stop-leftovers\.test\.js/)
})
