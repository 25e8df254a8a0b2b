import { spawn } from 'node:child_process'

export type CommandToRun = Readonly<{
  command: string
  args: readonly string[]
  input?: string
  cwd?: string
  /** Instead of our own environment. */
  env?: Readonly<Record<string, string | undefined>>
  uid?: number | undefined
  gid?: number | undefined
  timeoutMs?: number
  signal?: AbortSignal | undefined
}>

export type Outcome = Readonly<{ ok: boolean; output: string }>

/** Runs a program to its end and gives what it printed. Not found, failed and too slow all count as not ok. */
export async function runCommand(options: CommandToRun): Promise<Outcome> {
  const { command, args, input, cwd, env, uid, gid, timeoutMs = 120_000, signal } = options
  signal?.throwIfAborted()
  const outcome = await new Promise<Outcome>(resolve => {
    const user = uid === undefined || gid === undefined ? {} : { uid, gid }
    const child = spawn(command, [...args], {
      stdio: 'pipe',
      timeout: timeoutMs,
      ...(cwd === undefined ? {} : { cwd }),
      ...(env === undefined ? {} : { env: { ...env } }),
      ...(signal === undefined ? {} : { signal }),
      ...user
    })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.once('error', err => resolve({ ok: false, output: `${output}${err.message}` }))
    child.once('close', code => resolve({ ok: code === 0, output }))
    child.stdin.on('error', () => undefined) // it may end without reading all of it; its exit code tells
    child.stdin.end(input ?? '')
  })
  signal?.throwIfAborted()
  return outcome
}
