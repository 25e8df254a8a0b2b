import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../project-root.ts'
import { birthOf } from './birth-of.ts'

/** One process among all that ever ran on this machine. */
export type ProcessName = Readonly<{ pid: number; birth: string }>

/** What is noted about each child, so that a later run can stop it when we were killed and could not. */
export type RunningRecord = ProcessName &
  Readonly<{ what: string; folder: string; stopSignal: NodeJS.Signals; owner: ProcessName }>

const recordsFolder = join(projectRoot, '.local', 'running')

/** The process that runs this code. */
export function thisProcess(): ProcessName {
  return { pid: process.pid, birth: birthOf(process.pid) ?? 'unknown' }
}

/** Whether this very process still runs. */
export function isRunning({ pid, birth }: ProcessName): boolean {
  return birthOf(pid) === birth
}

/** Notes a child. Written whole or not at all: another run may be reading. */
export function addRecord(record: RunningRecord): void {
  mkdirSync(recordsFolder, { recursive: true })
  const path = join(recordsFolder, `${record.pid}.json`)
  writeFileSync(`${path}.new`, JSON.stringify(record))
  renameSync(`${path}.new`, path)
}

/** Forgets a child that has ended. */
export function removeRecord(pid: number): void {
  rmSync(join(recordsFolder, `${pid}.json`), { force: true })
}

/** Everything noted, by this run and by others. */
export function readRecords(): RunningRecord[] {
  return namesOfRecords().flatMap(name => {
    try {
      return [JSON.parse(readFileSync(join(recordsFolder, name), 'utf8')) as RunningRecord]
    } catch {
      return [] // its process ended while we looked
    }
  })
}

function namesOfRecords(): string[] {
  try {
    return readdirSync(recordsFolder).filter(name => name.endsWith('.json'))
  } catch {
    return [] // nothing was ever started here
  }
}
