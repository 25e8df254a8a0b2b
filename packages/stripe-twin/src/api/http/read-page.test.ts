import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ApiError } from './api-error.ts'
import { pageOf, readPage } from './read-page.ts'

const ALL = Array.from({ length: 25 }, (_, index) => ({ id: `li_${index}` }))
const read = (query: string) => {
  const { data, has_more } = pageOf(ALL, readPage(new URLSearchParams(query)))
  return { from: data[0]?.id, count: data.length, has_more }
}

for (const [query, expected] of [
  ['', { from: 'li_0', count: 10, has_more: true }],
  ['limit=100', { from: 'li_0', count: 25, has_more: false }],
  ['limit=25', { from: 'li_0', count: 25, has_more: false }],
  ['limit=1', { from: 'li_0', count: 1, has_more: true }],
  ['starting_after=li_9', { from: 'li_10', count: 10, has_more: true }],
  ['starting_after=li_14&limit=10', { from: 'li_15', count: 10, has_more: false }],
  ['starting_after=li_24', { from: undefined, count: 0, has_more: false }],
  ['ending_before=li_20&limit=5', { from: 'li_15', count: 5, has_more: true }],
  ['ending_before=li_5', { from: 'li_0', count: 5, has_more: false }],
  ['ending_before=li_0', { from: undefined, count: 0, has_more: false }]
] as const) {
  test(`of 25, "${query}" asks for ${expected.count} from ${expected.from ?? 'nowhere'}`, () => {
    assert.deepEqual(read(query), expected)
  })
}

for (const [query, param] of [
  ['limit=0', 'limit'],
  ['limit=101', 'limit'],
  ['limit=-1', 'limit'],
  ['limit=ten', 'limit'],
  ['limit=', 'limit'],
  ['starting_after=li_99', 'starting_after'],
  ['ending_before=li_99', 'ending_before'],
  ['starting_after=li_1&ending_before=li_9', 'ending_before']
] as const) {
  test(`"${query}" is refused because of ${param}`, () => {
    assert.throws(
      () => read(query),
      (error: unknown) =>
        error instanceof ApiError && error.facts.status === 400 && error.facts.param === param
    )
  })
}
