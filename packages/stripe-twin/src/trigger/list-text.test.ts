import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FAMILIES, SEQUENCE_NAMES } from '../sequences/table.ts'
import { listText } from './list-text.ts'

test('the list names every family and every sequence, what it is about and how it ends', () => {
  const list = listText()
  for (const family of Object.keys(FAMILIES)) assert.match(list, new RegExp(`^${family}$`, 'm'))
  for (const name of SEQUENCE_NAMES) assert.match(list, new RegExp(`^  ${name} +\\S.*\\n +→ \\S`, 'm'))
  assert.match(
    list,
    /refund_full .*\n +→ fulfilled \(review if the refund is heard of first\), all refunded, 1 letter \(refunded\)\n/
  )
})
