import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertNamesTests, eachNamedTestIsThere } from '../documents/proofs.ts'
import { tableRows } from '../documents/table-rows.ts'
import { KEPT } from './leaks/kept-where.ts'

const DOCUMENT = 'docs/security.md'

const THREATS = [
  'Deliveries',
  'Load',
  'Money',
  'Values that strangers choose',
  'Secrets and people',
  'What it is made of'
]
const threats = THREATS.flatMap(heading => tableRows(DOCUMENT, heading))

test('docs/security.md tells of many threats, each with the test that holds it', () => {
  assert.ok(threats.length > 30)
  for (const [threat, naive, ours, proofs = '', ...more] of threats) {
    assert.ok(naive && ours && more.length === 0, threat)
    assertNamesTests(proofs, threat ?? '')
  }
})

eachNamedTestIsThere(
  DOCUMENT,
  threats.map(([, , , proofs = '']) => proofs)
)

test('docs/security.md says of each place what the search for leaks finds there', () => {
  const kept = Object.fromEntries(
    tableRows(DOCUMENT, 'What is kept where').map(([place = '', holds = '']) => [place, holds])
  )
  assert.deepEqual(Object.keys(kept), Object.keys(KEPT))
  for (const [place, marks] of Object.entries(KEPT)) {
    const holds = kept[place] ?? ''
    if (marks.length > 2) assert.equal(holds, 'the whole event')
    else assert.deepEqual([/address/.test(holds), /name/.test(holds)], [true, marks.length === 2], place)
  }
})
