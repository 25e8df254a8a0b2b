import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRunning, type ProcessName, thisProcess } from '../processes/running-records.ts'

/** Who runs the instance in a folder. `since` is ISO 8601. */
export type InstanceOwner = ProcessName & Readonly<{ since: string }>

const ownerFile = (dir: string): string => join(dir, 'owner.json')

/** Who runs the instance in this folder now; undefined when nobody does, or who did has ended. */
export function ownerOf(dir: string): InstanceOwner | undefined {
  try {
    const owner = JSON.parse(readFileSync(ownerFile(dir), 'utf8')) as InstanceOwner
    return isRunning(owner) ? owner : undefined
  } catch {
    return undefined
  }
}

/** Takes the folder for this process, which may do so again. Throws when a living process has it. */
export function claimInstance(dir: string, now: Date = new Date()): void {
  mkdirSync(dir, { recursive: true })
  const owner = ownerOf(dir)
  if (owner !== undefined && owner.pid !== process.pid) throw alreadyRunning(owner)
  if (owner !== undefined) return
  rmSync(ownerFile(dir), { force: true })
  try {
    writeFileSync(ownerFile(dir), JSON.stringify({ ...thisProcess(), since: now.toISOString() }), {
      flag: 'wx'
    })
  } catch (err) {
    const winner = ownerOf(dir) // of two that start at the same moment
    throw winner === undefined ? err : alreadyRunning(winner)
  }
}

/** Gives the folder up. */
export function releaseInstance(dir: string): void {
  rmSync(ownerFile(dir), { force: true })
}

function alreadyRunning({ pid, since }: InstanceOwner): Error {
  const start = new Date(since)
  const day = start.toDateString() === new Date().toDateString() ? '' : `${start.toDateString()} `
  const began = `${day}${start.toTimeString().slice(0, 8)}`
  return new Error(
    `already running here (pid ${pid}, since ${began}): stop it by Ctrl-C where it runs, or by kill -INT ${pid}`
  )
}
