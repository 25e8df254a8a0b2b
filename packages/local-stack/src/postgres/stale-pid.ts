import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { commandOf } from '../processes/command-of.ts'

/**
 * A killed PostgreSQL leaves its number behind, and the next one refuses to start while a process has that number. After a
 * reboot, or in a container, that may be anything: then the note is removed. A living PostgreSQL keeps its own.
 */
export function forgetStalePid(data: string): void {
  const path = join(data, 'postmaster.pid')
  try {
    const pid = Number(readFileSync(path, 'utf8').split('\n')[0])
    if (!commandOf(pid)?.includes(data)) rmSync(path)
  } catch {
    // no note, nothing to forget
  }
}
