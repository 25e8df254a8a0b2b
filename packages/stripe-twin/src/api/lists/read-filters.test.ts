import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ApiError } from '../http/api-error.ts'
import { readForm } from '../http/read-form.ts'
import { createdOf, typesOf } from './read-filters.ts'

const EVER = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }

for (const [query, expected] of [
  ['', EVER],
  ['created=5', { from: 5, to: 5 }],
  ['created[gte]=5&created[lt]=9', { from: 5, to: 8 }],
  ['created[gt]=5&created[lte]=9', { from: 6, to: 9 }],
  ['created[gt]=5&created[gte]=9', { ...EVER, from: 9 }]
] as const) {
  test(`"${query}" means from ${expected.from} to ${expected.to}`, () => {
    assert.deepEqual(createdOf(readForm(query)), expected)
  })
}

const TYPES = ['charge.refunded', 'charge.dispute.created', 'refund.created']
for (const [query, expected] of [
  ['type=refund.created', ['refund.created']],
  ['type=charge.*', ['charge.refunded', 'charge.dispute.created']],
  ['type=*.created', ['charge.dispute.created', 'refund.created']],
  ['types[]=refund.created&types[]=charge.refunded', ['charge.refunded', 'refund.created']],
  ['types[0]=refund.created', ['refund.created']]
] as const) {
  test(`"${query}" means ${expected.join(', ')}`, () => {
    const type = typesOf(readForm(query))
    assert.ok(type)
    assert.deepEqual(TYPES.filter(type), expected)
  })
}

const many = Array.from({ length: 21 }, () => 'types[]=a').join('&')
for (const query of ['created=now', 'created[gte]=', 'created[from]=3', 'created[gte][a]=3']) {
  test(`"${query}" is refused`, () => {
    assert.throws(() => createdOf(readForm(query)), ApiError)
  })
}
for (const [what, query] of [
  ['more than 20 types', many],
  ['type beside types', 'type=a&types[]=b'],
  ['types as a text', 'types=a']
] as const) {
  test(`${what} are refused`, () => {
    assert.throws(() => typesOf(readForm(query)), ApiError)
  })
}
