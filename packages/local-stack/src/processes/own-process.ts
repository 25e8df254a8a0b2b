import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { waitUntil } from '../wait-until.ts'
import { birthOf } from './birth-of.ts'
import { addRecord, removeRecord, thisProcess } from './running-records.ts'

const graceMs = 8_000

/** How to run a child of ours. `log` is a file that gets its output; without one the output is piped to us. */
export type Command = Readonly<{
  what: string
  command: string
  args: readonly string[]
  folder: string
  stopSignal: NodeJS.Signals
  /** Ours, when not given. */
  env?: NodeJS.ProcessEnv | undefined
  uid?: number | undefined
  gid?: number | undefined
  log?: string | undefined
}>

export type OwnProcess = Readonly<{
  child: ChildProcess
  pid: number
  /** Resolves when the process has ended, with how: "exit code 1" or "signal SIGKILL". Never rejects. */
  ended: Promise<string>
  hasEnded(): boolean
  kill(signal: NodeJS.Signals): void
  /** Asks it to stop; kills it when it is still there after 8 s. */
  stop(): Promise<void>
}>

/**
 * Starts a child in a group of its own, so that a Ctrl-C in the terminal reaches only us, and notes it, so that a later run
 * can stop it should we be killed. Rejects when the program cannot be started.
 */
export async function ownProcess(options: Command): Promise<OwnProcess> {
  const child = await spawned(options)
  const pid = child.pid as number
  let over = false
  const ended = new Promise<string>(resolve => {
    child.once('exit', (code, signal) => {
      over = true
      removeRecord(pid)
      resolve(signal === null ? `exit code ${code}` : `signal ${signal}`)
    })
  })
  const { what, folder, stopSignal } = options
  const birth = birthOf(pid)
  if (birth !== undefined) addRecord({ pid, birth, what, folder, stopSignal, owner: thisProcess() })
  const kill = (signal: NodeJS.Signals) => {
    if (!over) child.kill(signal)
  }
  const stop = async () => {
    kill('SIGCONT') // one that was halted would hear nothing else
    kill(stopSignal)
    if ((await waitUntil(() => over, { deadlineMs: graceMs })) === undefined) kill('SIGKILL')
    await ended
  }
  return { child, pid, ended, hasEnded: () => over, kill, stop }
}

async function spawned({ what, command, args, folder, env, uid, gid, log }: Command): Promise<ChildProcess> {
  const output = log === undefined ? 'pipe' : openSync(log, 'a', 0o600)
  const user = uid === undefined || gid === undefined ? {} : { uid, gid }
  const child = spawn(command, [...args], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', output, output],
    ...(env === undefined ? {} : { env }),
    ...user
  })
  if (typeof output === 'number') closeSync(output)
  return await new Promise((resolve, reject) => {
    child.once('spawn', () => resolve(child))
    child.once('error', err => reject(new Error(`${what} cannot be started: ${err.message}`, { cause: err })))
  })
}
