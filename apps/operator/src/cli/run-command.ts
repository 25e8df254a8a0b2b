/** Where a command writes: a text each, which ends its line. */
export type Streams = Readonly<{ out: (text: string) => void; err: (text: string) => void }>

/** Gives the exit code. */
type Command = (
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  streams: Streams
) => Promise<number>

type Output = Readonly<{ write: (text: string) => unknown }>
type Program = {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: Output
  readonly stderr: Output
  exitCode?: number | string | null | undefined
}

/** The exit code of a command that could not do its work. */
const FAILED = 2

/** Runs a command as the program. What it throws is said in one line. `program` is `process`, which main.ts files have. */
export async function runCommand(command: Command, program: Program): Promise<void> {
  const write = (output: Output) => (text: string) => void output.write(`${text}\n`)
  const streams = { out: write(program.stdout), err: write(program.stderr) }
  try {
    program.exitCode = await command(program.argv.slice(2), program.env, streams)
  } catch (error) {
    streams.err(error instanceof Error ? error.message : 'failed')
    program.exitCode = FAILED
  }
}
