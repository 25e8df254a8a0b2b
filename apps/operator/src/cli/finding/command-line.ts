/** What to type for the next page: the same again, behind the cursor. */
export const commandLine = (command: string, argv: readonly string[], after: string): string =>
  ['npx --no-install paidonce', command, ...withoutAfter(argv).map(quoted), '--after', after].join(' ')

const withoutAfter = (argv: readonly string[]) =>
  argv.filter((word, index) => !/^--after(=|$)/.test(word) && argv[index - 1] !== '--after')

/** As a POSIX shell takes it for one word. */
const quoted = (word: string) => (/^[\w.@:/=+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)
