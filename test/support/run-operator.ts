import type { Streams, Terminal } from '@paidonce/operator/cli/run-command'

type Command = (
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  streams: Streams & Terminal
) => Promise<number>

/** Runs a command of the operator's in this process. Nobody sits at its terminal, unless `says` is an answer. */
export async function runOperator(
  command: Command,
  argv: readonly string[],
  env: Readonly<Record<string, string>>,
  says = false
) {
  const out: string[] = []
  const err: string[] = []
  const code = await command(argv, env, {
    out: text => void out.push(text),
    err: text => void err.push(text),
    ask: async () => says,
    progress: () => undefined,
    interrupted: () => new AbortController().signal
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}
