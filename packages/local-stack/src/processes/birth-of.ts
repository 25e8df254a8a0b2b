import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/**
 * When the process with this number was born, in the system's own words: number and birth together name one process for
 * ever, a number alone may be given again. Undefined when there is none; one that has ended but was not yet
 * collected by its parent counts as none.
 */
export function birthOf(pid: number): string | undefined {
  return existsSync('/proc/self/stat') ? birthFromProc(pid) : birthFromPs(pid)
}

function birthFromProc(pid: number): string | undefined {
  try {
    return parseProcStat(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return undefined
  }
}

/** The birth in a line of /proc/<pid>/stat. The name in parentheses may itself hold spaces and parentheses. */
export function parseProcStat(line: string): string | undefined {
  const [state, ...rest] = line.slice(line.lastIndexOf(')') + 2).split(' ')
  return state === 'Z' || state === 'X' ? undefined : rest[18]
}

function birthFromPs(pid: number): string | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: 'pipe'
    })
    return parsePsLine(line)
  } catch {
    return undefined
  }
}

/** The birth in a line of `ps -o state=,lstart=`. */
export function parsePsLine(line: string): string | undefined {
  const [, state, birth] = line.trim().match(/^(\S+)\s+(.+)$/) ?? []
  return state === undefined || state.startsWith('Z') ? undefined : birth
}
