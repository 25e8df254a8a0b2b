import { describeExpected } from '../sequences/describe-expected.ts'
import type { Sequence } from '../sequences/sequence.ts'
import { FAMILIES } from '../sequences/table.ts'
import { line } from './two-columns.ts'

/** Every sequence by its family: what it is about, and how its order ends. */
export const listText = (): string =>
  `${Object.entries<Readonly<Record<string, Sequence>>>(FAMILIES).map(familyText).join('\n\n')}

Together
${line('mix', 'many orders, all of these at once')}
${line('replay <path…>', 'the events of files and folders')}
`

const familyText = ([family, sequences]: readonly [string, Readonly<Record<string, Sequence>>]) =>
  [
    family,
    ...Object.entries(sequences).flatMap(([name, { about, expected }]) => [
      line(name, about),
      line('', `→ ${describeExpected(expected)}`)
    ])
  ].join('\n')
