import { waitUntil } from '../wait-until.ts'
import { childrenOf } from './children-of.ts'
import { isRunning, type RunningRecord, readRecords, removeRecord } from './running-records.ts'

const graceMs = 8_000

/** What to do about each process noted by this or an earlier run. */
export type Sorted = Readonly<{ ended: RunningRecord[]; orphans: RunningRecord[]; owned: RunningRecord[] }>

/** Sorts records: the process has ended, its owner has ended (an orphan), or both live on. */
export function sortRecords(records: readonly RunningRecord[], runs: typeof isRunning): Sorted {
  const living = records.filter(record => runs(record))
  return {
    ended: records.filter(record => !living.includes(record)),
    orphans: living.filter(record => !runs(record.owner)),
    owned: living.filter(record => runs(record.owner))
  }
}

/** Stops what a killed run left behind, and tells what that was. Children of living runs are left alone. */
export async function stopLeftovers(): Promise<string[]> {
  const { ended, orphans } = sortRecords(readRecords(), isRunning)
  await Promise.all(orphans.map(stopOrphan))
  for (const { pid } of [...ended, ...orphans]) removeRecord(pid)
  return orphans.map(({ what, pid }) => `${what} (pid ${pid})`)
}

/** Throws when a living run uses this folder: two servers on the same data would destroy it. */
export function refuseFolderInUse(folder: string): void {
  const user = sortRecords(readRecords(), isRunning).owned.find(record => record.folder === folder)
  if (user === undefined) return
  throw new Error(`${user.what} (pid ${user.pid}) of process ${user.owner.pid} already runs on ${folder}`)
}

async function stopOrphan(orphan: RunningRecord): Promise<void> {
  // PostgreSQL is many processes; when a test had halted them all, all must go on for it to stop.
  const family = [orphan.pid, ...childrenOf(orphan.pid)]
  for (const pid of family) send(pid, 'SIGCONT')
  send(orphan.pid, orphan.stopSignal)
  const ended = await waitUntil(() => !isRunning(orphan), { deadlineMs: graceMs })
  if (ended) return
  for (const pid of family) send(pid, 'SIGKILL')
  await waitUntil(() => !isRunning(orphan), { deadlineMs: graceMs })
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // it ended by itself meanwhile
  }
}
