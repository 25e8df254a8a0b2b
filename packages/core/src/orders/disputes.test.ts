import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isClosed, mergeDisputes, mostUrgent } from './disputes.ts'

const dispute = (status: string | null, id = 'du_1') => ({
  dispute: id,
  amount: 3000,
  currency: 'eur',
  status,
  reason: 'fraudulent'
})

for (const [stands, told] of [
  ['needs_response', ['needs_response']],
  ['under_review', ['under_review', 'needs_response']],
  ['won', ['needs_response', 'won', 'under_review']],
  ['lost', ['lost', 'needs_response']],
  ['lost', ['lost', 'won']],
  ['needs_response', ['warning_under_review', 'needs_response', 'warning_needs_response']],
  ['warning_closed', ['warning_closed', 'warning_under_review']],
  ['won', ['won', 'a status of next year']]
] as const) {
  test(`told ${told.join(', ')}: it stands at ${stands}`, () => {
    const [merged, ...more] = mergeDisputes(told.map(status => dispute(status)))
    assert.equal(merged?.status, stands)
    assert.deepEqual(more, [])
  })
}

test('each dispute of a payment stands for itself', () => {
  const merged = mergeDisputes([dispute('won', 'du_2'), dispute('needs_response', 'du_1')])
  assert.deepEqual(
    merged.map(({ dispute, status }) => [dispute, status]),
    [
      ['du_1', 'needs_response'],
      ['du_2', 'won']
    ]
  )
})

for (const [most, statuses] of [
  [null, []],
  ['needs_response', ['lost', 'needs_response', 'won']],
  ['lost', ['won', 'lost']],
  ['under_review', ['lost', 'under_review']],
  ['a status of next year', ['needs_response', 'a status of next year']]
] as const) {
  test(`of ${statuses.join(', ') || 'no dispute'} the most urgent is ${most}`, () => {
    assert.equal(mostUrgent(statuses.map((status, n) => dispute(status, `du_${n}`))), most)
  })
}

test('a dispute is closed when it has an outcome', () => {
  assert.deepEqual(
    ['won', 'lost', 'warning_closed', 'prevented', 'under_review', 'a status of next year', null].filter(
      status => isClosed(dispute(status))
    ),
    ['won', 'lost', 'warning_closed', 'prevented']
  )
})
