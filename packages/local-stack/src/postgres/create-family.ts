import { birthOf } from '../processes/birth-of.ts'
import { childrenOf } from '../processes/children-of.ts'
import type { OwnProcess } from '../processes/own-process.ts'
import { isRunning, type ProcessName } from '../processes/running-records.ts'
import { waitUntil } from '../wait-until.ts'

const patienceMs = 2_000

type Family = Readonly<{
  deliver(postmaster: OwnProcess, signal: NodeJS.Signals): void
  /** Resolves when no process of a killed server is left: the next one could not start beside them. */
  gone(): Promise<void>
}>

/** PostgreSQL is one process for each client and duty: halting it means all of them, and they may outlive a killed server. */
export function createFamily(): Family {
  let orphans: ProcessName[] = []
  return {
    deliver(postmaster, signal) {
      const family = childrenOf(postmaster.pid).map(name)
      if (signal === 'SIGSTOP' || signal === 'SIGCONT') for (const member of family) send(member, signal)
      if (signal === 'SIGKILL') orphans = [...orphans, ...family]
      postmaster.kill(signal)
    },
    async gone() {
      const allEnded = () => !orphans.some(isRunning)
      if (!(await waitUntil(allEnded, { deadlineMs: patienceMs }))) {
        for (const orphan of orphans) send(orphan, 'SIGKILL')
        await waitUntil(allEnded, { deadlineMs: patienceMs })
      }
      orphans = []
    }
  }
}

function name(pid: number): ProcessName {
  return { pid, birth: birthOf(pid) ?? 'ended' }
}

function send(member: ProcessName, signal: NodeJS.Signals): void {
  if (isRunning(member)) process.kill(member.pid, signal)
}
