import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FAULT_KINDS } from '@paidonce/stripe-twin/api/faults/fault'
import { readProjectFile } from './blocks.ts'

const text = readProjectFile('docs/twin.md')

test('docs/twin.md names exactly the faults that the twin has', () => {
  const [, faults = ''] = text.split('## What goes wrong on demand')
  const rows = [...faults.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, names = '']) => names.split(', '))
  assert.deepEqual(
    rows.map(name => name.replaceAll('`', '')),
    FAULT_KINDS
  )
})

test('docs/twin.md names every path that the twin is told something at', () => {
  const source = readProjectFile('packages/stripe-twin/src/api/control/answer-control.ts')
  const paths = [...source.matchAll(/^ {4}(\w+): \{\n {6}expected/gm)].map(([, name]) => `/_twin/${name}`)
  const told = [...text.matchAll(/^\| `(\/_twin\/\w+)` \|/gm)].map(([, path]) => path)
  assert.ok(paths.length > 0)
  assert.deepEqual(told.sort(), paths.sort())
})
