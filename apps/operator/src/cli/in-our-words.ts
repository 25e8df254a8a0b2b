import { nearest } from './nearest.ts'

type Say = (named: string, options: readonly string[]) => string

/** What Node.js says of options, and how we say it: its own words tell nothing of what is near, and leave a quote open. */
const SAYINGS: readonly (readonly [RegExp, Say])[] = [
  [/^Unknown option '(-+[^']*)'/, unknownOption],
  [/^Option '(?:-\w, )?(--[\w-]+) <value>' argument missing/, option => `${option} needs a value.`],
  [
    /^Option '(?:-\w, )?(--[\w-]+)' argument is ambiguous/,
    option => `${option} needs a value. One that begins with a dash is written ${option}=-…`
  ],
  [/^Option '(?:-\w, )?(--[\w-]+)' does not take an argument/, option => `${option} takes no value.`],
  [/^Unexpected argument '(.*)'\. This command/s, word => `“${word}” has no place here: only options have.`]
]

/** What is wrong, as whole sentences. `help` names the options that there are. */
export function inOurWords(problem: string, help: string): string {
  for (const [theirs, say] of SAYINGS) {
    const [, named] = problem.match(theirs) ?? []
    if (named !== undefined) return say(named, optionsOf(help))
  }
  return problem.replace(/^[a-z]/, first => first.toUpperCase()).replace(/[^.?!…]$/, '$&.')
}

/** Without npx's own. */
const optionsOf = (help: string) =>
  [...help.replaceAll('npx --no-install', '').matchAll(/--([a-z][a-z-]+)/g)].map(([, name = '']) => name)

function unknownOption(option: string, options: readonly string[]): string {
  const near = nearest(option.replace(/^-+/, ''), options)
  return `There is no option ${option}.${near === undefined ? '' : ` Did you mean --${near}?`}`
}
