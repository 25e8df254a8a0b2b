import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { compareListed } from './compare-listed.ts'

const event = (id: string): StripeEvent => ({
  id,
  object: 'event',
  type: 'charge.refunded',
  created: 1,
  livemode: false,
  data: { object: {} }
})
const over = (...ids: string[]) => ids.map(id => ({ id, isOver: true }))
const EVENTS = ['evt_1', 'evt_2', 'evt_3'].map(event)

test('what is over or queued is not missing, and a page of which all is over asks no queue', async () => {
  const queued = async () => assert.fail('asked the queue')
  const seen = async () => over('evt_1', 'evt_2', 'evt_3')
  assert.deepEqual(await compareListed(EVENTS, { seen, queued }), { missing: [], waiting: [] })

  const one = { seen: async () => over('evt_1'), queued: async () => new Map([['evt_2', 'waiting']]) }
  const { missing, waiting } = await compareListed(EVENTS, one)
  assert.deepEqual(
    missing.map(({ event }) => event.id),
    ['evt_3']
  )
  assert.deepEqual(
    waiting.map(({ id }) => id),
    ['evt_2']
  )
})

test('an event whose job failed is missing unless the ledger says that it is over, and never waited for', async () => {
  const queued = async () => new Map(EVENTS.map(({ id }) => [id, 'failed']))
  let looks = 0
  // The last failure is written while the queue is asked.
  const seen = async () => (looks++ === 0 ? over('evt_1') : over('evt_1', 'evt_2'))
  const { missing, waiting } = await compareListed(EVENTS, { seen, queued })
  assert.deepEqual(
    missing.map(({ event }) => event.id),
    ['evt_3']
  )
  assert.deepEqual(waiting, [])
})

test('an event that is finished while its queue is asked is not missing', async () => {
  let asked = false
  const ports = {
    seen: async () => (asked ? over('evt_1', 'evt_2') : over('evt_1')),
    queued: async () => {
      asked = true
      return new Map<string, string>()
    }
  }
  assert.deepEqual(
    (await compareListed(EVENTS, ports)).missing.map(({ event }) => event.id),
    ['evt_3']
  )
})

test('an event that was tried, is not over and has no job is missing, and known to have been here', async () => {
  const seen = async () => [{ id: 'evt_2', isOver: false }, ...over('evt_1')]
  const { missing } = await compareListed(EVENTS, { seen, queued: async () => new Map() })
  assert.deepEqual(
    missing.map(({ event, isSeen }) => [event.id, isSeen]),
    [
      ['evt_2', true],
      ['evt_3', false]
    ]
  )
})
