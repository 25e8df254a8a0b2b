import { codeVersion } from '../operations/code-version.ts'
import { NAMES_SOMEBODY, namesNobody } from '../operations/reason.ts'
import { COMMANDS } from './commands.ts'
import { misused } from './misused.ts'
import { nearest } from './nearest.ts'
import { reasonsGiven } from './reasons-given.ts'
import type { Command } from './run-command.ts'

const NAMES = Object.keys(COMMANDS)
const WIDTH = Math.max(...NAMES.map(name => name.length))

const HELP = `Finds, explains and mends what paidonce did.

  npx --no-install paidonce <command> …
  npx --no-install paidonce <command> --help

${Object.entries(COMMANDS)
  .map(([name, { does }]) => `  ${name.padEnd(WIDTH)}   ${does}`)
  .join('\n')}

Exit code 0: done, or found. 1: nothing found, or not all is well. 2: misused, or it could not look.`

/** The `paidonce` command: hands over to the command that is named. Gives its exit code; 2 if there is none. */
export const paidonce: Command = async ([name, ...argv], env, streams) => {
  if (name === '--help' || name === '-h' || (name === 'help' && argv.length === 0)) {
    streams.out(HELP)
    return 0
  }
  if (name === '--version') {
    streams.out(codeVersion())
    return 0
  }
  const [called, rest] = name === 'help' ? [argv[0], ['--help']] : [name, argv]
  if (called === undefined) {
    streams.err(HELP)
    return 2
  }
  const command = Object.hasOwn(COMMANDS, called) ? COMMANDS[called] : undefined
  if (command === undefined) {
    const near = nearest(called, [...NAMES, '--help', '--version'])
    return misused(
      HELP,
      `There is no command ${called}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
      streams
    )
  }
  return await call(await command.load(), rest, env, streams)
}

/** What all commands have in common: -h, words for what Node.js says of options, and a reason that names nobody. */
async function call(command: Command, argv: readonly string[], ...[env, streams]: Rest): Promise<number> {
  const end = argv.indexOf('--')
  const said = argv.map((word, at) => (word === '-h' && (end < 0 || at < end) ? '--help' : word))
  const helpOf = async () => {
    const texts: string[] = []
    await command(['--help'], env, { ...streams, out: text => texts.push(text) })
    return texts.join('\n')
  }
  if (!reasonsGiven(said).every(namesNobody))
    return misused(await helpOf(), `--why: ${NAMES_SOMEBODY}`, streams)
  try {
    return await command(said, env, streams)
  } catch (error) {
    if (!isOfParsing(error)) throw error
    return misused(await helpOf(), error.message, streams)
  }
}

type Rest = [env: Parameters<Command>[1], streams: Parameters<Command>[2]]

const isOfParsing = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
