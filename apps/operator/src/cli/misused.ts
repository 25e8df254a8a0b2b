import { nearest } from './nearest.ts'
import type { Streams } from './run-command.ts'

/** The exit code of a command that was asked for what cannot be. */
export const MISUSED = 2

/** Says what is wrong, and where the help is: the whole of it would push the reason off the screen. `help` is the command's own. */
export function misused(help: string, problem: string, { err }: Pick<Streams, 'err'>): number {
  const [, name = ''] = help.match(/npx --no-install paidonce ([a-z-]+)/) ?? []
  err(`${sentenceOf(problem, help)}\nHelp: npx --no-install paidonce ${`${name} `.trimStart()}--help`)
  return MISUSED
}

/** Node.js tells of an unknown option in its own words, and of nothing near it. */
function sentenceOf(problem: string, help: string): string {
  const [, option] = problem.match(/^Unknown option '(-+[^']*)'/) ?? []
  if (option === undefined) return asSentence(problem)
  const near = nearest(option, help.match(/--[a-z][a-z-]+/g) ?? [])
  return `There is no option ${option}.${near === undefined ? '' : ` Did you mean ${near}?`}`
}

const asSentence = (text: string) =>
  text.replace(/^[a-z]/, first => first.toUpperCase()).replace(/[^.?!]$/, '$&.')
