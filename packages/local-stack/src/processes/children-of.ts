import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** The numbers of the processes whose parent is this one. */
export function childrenOf(parent: number): number[] {
  const pairs = existsSync('/proc/self/stat') ? pairsFromProc() : pairsFromPs()
  return pairs.filter(pair => pair.parent === parent).map(pair => pair.pid)
}

type Pair = Readonly<{ pid: number; parent: number }>

function pairsFromProc(): Pair[] {
  const pids = readdirSync('/proc').filter(name => /^\d+$/.test(name))
  return pids.flatMap(name => {
    try {
      const line = readFileSync(`/proc/${name}/stat`, 'utf8')
      return [{ pid: Number(name), parent: Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[1]) }]
    } catch {
      return [] // it ended while we looked
    }
  })
}

function pairsFromPs(): Pair[] {
  const lines = execFileSync('ps', ['-axo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  return lines.map(line => {
    const [pid, parent] = line.trim().split(/\s+/)
    return { pid: Number(pid), parent: Number(parent) }
  })
}
