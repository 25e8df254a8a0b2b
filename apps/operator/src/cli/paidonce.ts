import { COMMANDS } from './commands.ts'
import { nearest } from './nearest.ts'
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
  if (name === '--help' || (name === 'help' && argv.length === 0)) {
    streams.out(HELP)
    return 0
  }
  const [called, rest] = name === 'help' ? [argv[0], ['--help']] : [name, argv]
  if (called === undefined) {
    streams.err(HELP)
    return 2
  }
  const command = Object.hasOwn(COMMANDS, called) ? COMMANDS[called] : undefined
  if (command === undefined) {
    const near = nearest(called, NAMES)
    streams.err(`There is no such command.${near === undefined ? '' : ` Did you mean: ${near}?`}\n\n${HELP}`)
    return 2
  }
  return await (await command.load())(rest, env, streams)
}
