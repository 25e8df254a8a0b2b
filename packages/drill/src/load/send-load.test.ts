import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TwinEvent } from '@paidonce/stripe-twin/sequences/twin-event'
import { sliced } from './send-load.ts'

const delivery = (id: string, atMs: number) => ({ event: { id } as TwinEvent, atMs })

test('deliveries are sliced by the second in which they are due, and an idle second is there too', () => {
  const slices = sliced([delivery('a', 2_100), delivery('b', 0), delivery('c', 2_000), delivery('d', 999)])
  assert.deepEqual(
    slices.map(slice => slice.map(({ event, atMs }) => [event.id, atMs])),
    [
      [
        ['b', 0],
        ['d', 999]
      ],
      [],
      [
        ['a', 100],
        ['c', 0]
      ]
    ]
  )
})
