import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { birthOf } from '../processes/birth-of.ts'
import { claimInstance, ownerOf, releaseInstance } from './claim-instance.ts'
import { removeOldInstances } from './remove-old-instances.ts'

function folderFor(t: TestContext): string {
  const root = mkdtempSync(join(tmpdir(), 'paidonce-instance-'))
  t.after(() => rmSync(root, { recursive: true, force: true }))
  return root
}

function ownedBy(dir: string, pid: number, birth: string | undefined): void {
  mkdirSync(dir, { recursive: true })
  writeFileSync(join(dir, 'owner.json'), JSON.stringify({ pid, birth, since: '2026-11-24T03:00:00.000Z' }))
}

test('an instance that a living process has is refused, naming the process and since when', t => {
  const dir = folderFor(t)
  ownedBy(dir, process.ppid, birthOf(process.ppid))
  assert.throws(() => claimInstance(dir), {
    message: new RegExp(
      `^already running here \\(pid ${process.ppid}, since .*\\d\\d:00:00\\): stop it by Ctrl-C where it runs, or by kill -INT ${process.ppid}$`
    )
  })
})

test('an instance whose process has ended is taken over, and free once given up', t => {
  const dir = folderFor(t)
  ownedBy(dir, process.ppid, 'another birth')
  claimInstance(dir)
  claimInstance(dir)
  assert.equal(ownerOf(dir)?.pid, process.pid)
  releaseInstance(dir)
  assert.equal(ownerOf(dir), undefined)
})

test('old instances go, but not those in use and not those of other names', t => {
  const root = folderFor(t)
  const local = (name: string) => join(root, '.local', name)
  ownedBy(local('test-1'), process.ppid, 'another birth')
  ownedBy(local('test-2'), process.ppid, birthOf(process.ppid))
  ownedBy(local('start'), process.ppid, 'another birth')
  removeOldInstances(root, 'test-')
  assert.deepEqual(
    ['test-1', 'test-2', 'start'].map(name => existsSync(local(name))),
    [false, true, true]
  )
})
