import { inOurWords } from './in-our-words.ts'
import type { Streams } from './run-command.ts'

/** The exit code of a command that was asked for what cannot be. */
export const MISUSED = 2

/** Says what is wrong, and where the help is: the whole of it would push the reason off the screen. `help` is the command's own. */
export function misused(help: string, problem: string, { err }: Pick<Streams, 'err'>): number {
  const [, name = ''] = help.match(/npx --no-install paidonce ([a-z-]+)/) ?? []
  err(`${inOurWords(problem, help)}\nHelp: npx --no-install paidonce ${`${name} `.trimStart()}--help`)
  return MISUSED
}
