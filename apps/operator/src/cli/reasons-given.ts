import { parseArgs } from 'node:util'

/** Every reason that is given, however it is written: `--why so`, `--why=so`, or more than once. */
export function reasonsGiven(argv: readonly string[]): string[] {
  const { tokens } = parseArgs({
    args: [...argv],
    options: { why: { type: 'string' } },
    strict: false,
    allowPositionals: true,
    tokens: true
  })
  return tokens.flatMap(token => (token.kind === 'option' && token.name === 'why' ? (token.value ?? []) : []))
}
