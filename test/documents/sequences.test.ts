import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeExpected } from '@paidonce/stripe-twin/sequences/describe-expected'
import type { Sequence } from '@paidonce/stripe-twin/sequences/sequence'
import { FAMILIES } from '@paidonce/stripe-twin/sequences/table'
import { readProjectFile } from './blocks.ts'

const [, section = ''] = readProjectFile('docs/events.md').split('\n## Sequences to try\n')

for (const [family, sequences] of Object.entries<Readonly<Record<string, Sequence>>>(FAMILIES)) {
  test(`docs/events.md tells every sequence of ${family}, and how its order ends`, () => {
    const [, part = ''] = section.split(`\n### ${family} to try\n`)
    const rows = (part.split('\n### ')[0] ?? '').split('\n').filter(line => line.startsWith('| `'))
    const told = Object.entries(sequences).map(
      ([name, { about, expected }]) => `| \`${name}\` | ${about} | ${describeExpected(expected)} |`
    )
    assert.deepEqual(rows, told)
  })
}

test('docs/events.md tells of no family that there is not', () => {
  const told = [...section.matchAll(/^### (.+) to try$/gm)].map(([, family]) => family)
  assert.deepEqual(told, Object.keys(FAMILIES))
})
