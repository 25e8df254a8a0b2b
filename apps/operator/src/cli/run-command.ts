import { createInterface } from 'node:readline/promises'

/** Where a command writes: a text each, which ends its line. */
export type Streams = Readonly<{ out: (text: string) => void; err: (text: string) => void }>

/** What a command may do besides, where somebody sits at a terminal. */
export type Terminal = Readonly<{
  /** Asks whoever sits there. Nobody sits there: no. */
  ask: (question: string) => Promise<boolean>
  /** Shows how far it has come, in a line of a terminal that the next such text replaces. */
  progress: (text: string) => void
  /** From now on the first Ctrl-C, or SIGTERM, aborts this signal; the second ends the program. */
  interrupted: () => AbortSignal
}>

/** Gives the exit code. */
export type Command = (
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  streams: Streams & Terminal
) => Promise<number>

const REQUESTS = ['SIGINT', 'SIGTERM'] as const
type Request = (typeof REQUESTS)[number]

type Output = Readonly<{ write: (text: string) => unknown; isTTY?: boolean }>
type Program = {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: NodeJS.ReadStream
  readonly stdout: Output
  readonly stderr: Output
  readonly on: (signal: Request, listener: () => void) => unknown
  readonly off: (signal: Request, listener: () => void) => unknown
  exitCode?: number | string | null | undefined
}

/** The exit code of a command that could not do its work. */
const FAILED = 2

/** A terminal's Ctrl-C reaches every process of the group, and whoever started this one passes it on: both are one request. */
const SAME_REQUEST_MS = 300

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
    interrupted: () => interruptionOf(program),
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

function interruptionOf(program: Pick<Program, 'on' | 'off'>): AbortSignal {
  const interrupt = new AbortController()
  const forget = () => {
    for (const name of REQUESTS) program.off(name, request)
  }
  const request = () => {
    if (!interrupt.signal.aborted) setTimeout(forget, SAME_REQUEST_MS).unref()
    interrupt.abort()
  }
  for (const name of REQUESTS) program.on(name, request)
  return interrupt.signal
}
