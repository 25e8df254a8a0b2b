import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFaultKind } from '@paidonce/drill/faults/table'
import { assertNamesTests, eachNamedTestIsThere } from './proofs.ts'
import { tableRows } from './table-rows.ts'

const faults = tableRows('docs/flow.md', 'When something breaks')

test('docs/flow.md tells what may break, each with the tests that hold it and the faults of the drill', () => {
  assert.ok(faults.length > 10)
  for (const [what = '', happens, proofs = '', kinds = '', ...more] of faults) {
    assert.ok(happens && more.length === 0, what)
    assertNamesTests(proofs, what)
    const named = [...kinds.matchAll(/`(\w+)`/g)].map(([, kind = '']) => kind)
    assert.deepEqual(
      named.filter(kind => !isFaultKind(kind)),
      [],
      what
    )
    assert.equal(named.map(kind => `\`${kind}\``).join(', ') || 'none', kinds)
  }
})

eachNamedTestIsThere(
  'docs/flow.md',
  faults.map(([, , proofs = '']) => proofs)
)
