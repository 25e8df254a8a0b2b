import { spawn } from 'node:child_process'
import { StringDecoder } from 'node:string_decoder'
import { waitUntil } from '@paidonce/local-stack/wait-until'

const STOPS_WITHIN_MS = 60_000
const CTRL_C = '\u0003'

type Session = Readonly<{
  /** A line for the shell. */
  command: string
  folder: string
  env: Readonly<Record<string, string | undefined>>
  columns: number
  rows: number
}>

export type Terminal = Readonly<{
  /** Everything printed so far, with its control characters. */
  output(): string
  /** The command's exit code; undefined while it runs. */
  exitCode(): number | undefined
  /** Presses Ctrl-C unless the command has ended, and waits for its end. */
  close(): Promise<void>
}>

/**
 * Runs a command in a real terminal, so that it colours and redraws as it does for a person. Needs `script` of util-linux,
 * which every Debian and Ubuntu has; throws a sentence where there is none.
 */
export async function openTerminal({ command, folder, env, columns, rows }: Session): Promise<Terminal> {
  const line = `stty cols ${columns} rows ${rows} && exec ${command}`
  const child = spawn('script', ['--quiet', '--return', '--flush', '--command', line, '/dev/null'], {
    cwd: folder,
    env,
    detached: true, // a Ctrl-C in our own terminal reaches us alone: we press it in that one
    stdio: ['pipe', 'pipe', 'ignore']
  })
  const decoder = new StringDecoder('utf8')
  let output = ''
  let exitCode: number | undefined
  child.stdout.on('data', (chunk: Buffer) => {
    output += decoder.write(chunk)
  })
  child.stdin.on('error', () => undefined) // it ended before it heard us
  child.once('close', code => {
    exitCode = code ?? 1
  })
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', cause =>
      reject(
        new Error('Pictures need the program `script` of util-linux: on Debian, apt-get install bsdutils', {
          cause
        })
      )
    )
  })
  return {
    output: () => output,
    exitCode: () => exitCode,
    async close() {
      if (exitCode === undefined) child.stdin.write(CTRL_C)
      const ended = await waitUntil(() => exitCode !== undefined, { deadlineMs: STOPS_WITHIN_MS })
      if (ended === undefined) child.kill('SIGKILL')
    }
  }
}
