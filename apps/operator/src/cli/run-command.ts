import { createInterface } from 'node:readline/promises'

/** Where a command writes: a text each, which ends its line. */
export type Streams = Readonly<{ out: (text: string) => void; err: (text: string) => void }>

/** What a command may do besides, where somebody sits at a terminal. */
export type Terminal = Readonly<{
  /** Asks whoever sits there. Nobody sits there: no. */
  ask: (question: string) => Promise<boolean>
  /** Shows how far it has come, in a line of a terminal that the next such text replaces. */
  progress: (text: string) => void
  /** From now on the first Ctrl-C aborts this signal; the second ends the program. */
  interrupted: () => AbortSignal
}>

/** Gives the exit code. */
export type Command = (
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  streams: Streams & Terminal
) => Promise<number>

type Output = Readonly<{ write: (text: string) => unknown; isTTY?: boolean }>
type Program = {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: NodeJS.ReadStream
  readonly stdout: Output
  readonly stderr: Output
  readonly once: (signal: 'SIGINT', listener: () => void) => unknown
  exitCode?: number | string | null | undefined
}

/** The exit code of a command that could not do its work. */
const FAILED = 2

const CLEAR_LINE = '\r\x1b[K'

/** Runs a command as the program. What it throws is said in one line. `program` is `process`, which main.ts files have. */
export async function runCommand(command: Command, program: Program): Promise<void> {
  const streams = streamsOf(program)
  try {
    program.exitCode = await command(program.argv.slice(2), program.env, streams)
  } catch (error) {
    streams.err(error instanceof Error ? error.message : 'failed')
    program.exitCode = FAILED
  }
}

function streamsOf(program: Program): Streams & Terminal {
  const { stdin, stdout, stderr } = program
  let isProgressShown = false
  const write = (output: Output) => (text: string) => {
    if (isProgressShown) stderr.write(CLEAR_LINE)
    isProgressShown = false
    output.write(`${text}\n`)
  }
  return {
    out: write(stdout),
    err: write(stderr),
    progress: text => {
      if (stderr.isTTY !== true) return
      stderr.write(`${CLEAR_LINE}${text}`)
      isProgressShown = true
    },
    interrupted: () => {
      const interrupt = new AbortController()
      program.once('SIGINT', () => interrupt.abort())
      return interrupt.signal
    },
    ask: async question => {
      if (!stdin.isTTY) return false
      const terminal = createInterface({ input: stdin, output: stderr as NodeJS.WriteStream })
      try {
        return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim())
      } finally {
        terminal.close()
      }
    }
  }
}
