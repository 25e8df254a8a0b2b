import { isRunning, readRecords, thisProcess } from './running-records.ts'

/** Kills every child of this process at once, without waiting: the last resort of somebody in a hurry. */
export function killOwn(): void {
  const { pid, birth } = thisProcess()
  const own = readRecords().filter(({ owner }) => owner.pid === pid && owner.birth === birth)
  for (const child of own.filter(isRunning)) process.kill(child.pid, 'SIGKILL')
}
