import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { FAULTS } from '@paidonce/drill/faults/table'
import { ROOT } from '../support/sources.ts'

test('docs/drill.md tells of exactly the faults that there are, in the same words', () => {
  const text = readFileSync(join(ROOT, 'docs/drill.md'), 'utf8')
  const told = [...text.matchAll(/^\| `(\w+)` \| (.+) \|$/gm)].map(([, kind, about]) => [kind, about])
  assert.deepEqual(
    told,
    Object.entries(FAULTS).map(([kind, { about }]) => [kind, about])
  )
})
