import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import type { DrillReport } from '@paidonce/drill/report/drill-report'
import { readRecords } from '@paidonce/local-stack/processes/running-records'
import { eventually } from '../support/eventually.ts'
import { ROOT } from '../support/sources.ts'

const DEADLINE_MS = 200_000

function startDrill(t: TestContext, ...argv: readonly string[]) {
  const child = spawn(process.execPath, [join(ROOT, 'packages/drill/dist/main.js'), ...argv, '--json'], {
    stdio: ['ignore', 'pipe', 'pipe']
  })
  t.after(() => child.kill('SIGTERM'))
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', text => {
    said.out += text
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    said.err += text
  })
  return { child, said, ended: once(child, 'close').then(([code]) => code as number | null) }
}

function leavesNothing({ pid }: ChildProcess) {
  assert.deepEqual(
    readRecords().filter(({ owner }) => owner.pid === pid),
    []
  )
}

test('a drill strikes at the moments it chooses, what never came and what Redis lost comes back by the sweep, and nothing is left behind', async t => {
  const kinds = [
    'worker_killed_at_commit',
    'ingest_killed_before_answer',
    'redis_failed_over',
    'redis_memory_lost'
  ]
  const load = ['--orders', '150', '--minutes', '0.3', '--seed', 'test']
  const { child, said, ended } = startDrill(t, ...load, '--faults', kinds.join(','))
  assert.equal(await ended, 0, said.err)

  const report = JSON.parse(said.out) as DrillReport
  assert.deepEqual(report.problems, [])
  assert.equal(report.judged.events, report.events)
  for (const kind of kinds) assert.ok((report.faults[kind]?.done ?? 0) > 0, `${kind} never came about`)
  assert.ok(report.restarts >= 2)
  assert.ok((report.swept?.neverCame ?? 0) > 0, 'everything came')
  assert.ok(Date.parse(report.swept?.asOf ?? '') > 0)
  leavesNothing(child)
  assert.equal(existsSync(join(ROOT, '.local', `drill-${child.pid}`)), false)
})

test('a drill that is interrupted stops everything it has started', async t => {
  const { child, said, ended } = startDrill(t, '--orders', '500', '--minutes', '5', '--seed', 'test')
  await eventually(() => assert.match(said.err, /events taken/), DEADLINE_MS)
  child.kill('SIGINT')
  assert.equal(await ended, 1)
  leavesNothing(child)
})
